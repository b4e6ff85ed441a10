/**
 * Reads QEMU's description of its QMP: the answer to query-qmp-schema. Its types have numbers instead of
 * names, so a type is found only along a path: command, arguments, members, variants. See
 * docs/devel/qapi-code-gen.rst of QEMU, "Client JSON Protocol introspection".
 */
import { z } from "zod";

/**
 * Members of an object have a name and a type, those of an enumeration only a name, those of an alternate
 * only a type.
 */
const member = z.looseObject({ name: z.string().optional(), type: z.string().optional() });
const entry = z.looseObject({
  name: z.string(),
  "meta-type": z.string(),
  "arg-type": z.string().optional(),
  "element-type": z.string().optional(),
  members: z.array(member).optional(),
  variants: z.array(z.object({ case: z.string(), type: z.string() })).optional(),
  values: z.array(z.string()).optional(),
});
type Entry = z.infer<typeof entry>;

export interface QmpSchema {
  /** Names of a command's arguments. Empty for an unknown command. */
  arguments(command: string): Set<string>;
  /** Names of the arguments of one variant (for netdev_add: "tap"), without those common to all variants. */
  variantArguments(command: string, variant: string): Set<string>;
  /** The values of the enumeration at a path of members (for migrate-set-capabilities: capabilities, capability). */
  words(command: string, ...path: string[]): Set<string>;
  /** The kind of an argument: "array", "builtin", "enum", "object"; null when there is no such argument. */
  kindOfArgument(command: string, name: string): string | null;
  hasCommand(command: string): boolean;
}

/** @throws Error when the answer is not a schema */
export function readQmpSchema(answer: unknown): QmpSchema {
  const parsed = z.array(entry).safeParse(answer);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Error(
      `its answer to query-qmp-schema cannot be read: at ${first?.path.join(".")}: ${first?.message}`,
    );
  }
  const entries = new Map<string, Entry>(parsed.data.map((item) => [item.name, item]));
  const argumentsOf = (command: string): Entry | undefined => {
    const found = entries.get(command);
    return found?.["meta-type"] === "command" ? entries.get(found["arg-type"] ?? "") : undefined;
  };
  const memberType = (type: Entry | undefined, name: string): Entry | undefined =>
    entries.get(type?.members?.find((item) => item.name === name)?.type ?? "");
  const names = (type: Entry | undefined) => new Set(type?.members?.flatMap((item) => item.name ?? []));
  return {
    hasCommand: (command) => entries.get(command)?.["meta-type"] === "command",
    arguments: (command) => names(argumentsOf(command)),
    variantArguments(command, variant) {
      const type = argumentsOf(command)?.variants?.find((item) => item.case === variant)?.type;
      return names(entries.get(type ?? ""));
    },
    kindOfArgument: (command, name) => memberType(argumentsOf(command), name)?.["meta-type"] ?? null,
    words(command, ...path) {
      let type = argumentsOf(command);
      for (const name of path) {
        type = memberType(type, name);
        if (type?.["meta-type"] === "array") type = entries.get(type["element-type"] ?? "");
      }
      // Before QEMU 6.2, an enumeration had only `values`.
      return type?.members === undefined ? new Set(type?.values) : names(type);
    },
  };
}
