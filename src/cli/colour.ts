import pc from "picocolors";

/** Colours where a terminal shows them, and nowhere else: logs of a CI are files, whatever its environment says. See no-color.org. */
export function coloursFor(stream: NodeJS.WriteStream): ReturnType<typeof pc.createColors> {
  return pc.createColors(stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb");
}
