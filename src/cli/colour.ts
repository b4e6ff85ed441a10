import pc from "picocolors";

/**
 * Colours where a terminal shows them, or where FORCE_COLOR asks for them; not where NO_COLOR is set, which comes first. The logs of a
 * CI are files, whatever else its environment says. See no-color.org and force-color.org.
 */
export function coloursFor(stream: NodeJS.WriteStream): ReturnType<typeof pc.createColors> {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  const shown = stream.isTTY === true && TERM !== "dumb" && !(FORCE_COLOR && !forced);
  return pc.createColors(!NO_COLOR && (forced || shown));
}

/** How many columns there are to write in; null where nobody's terminal breaks the lines. */
export const widthOf = (stream: NodeJS.WriteStream): number | null =>
  stream.isTTY === true && stream.columns > 0 ? stream.columns : null;
