/** When a step fails because QEMU has ended, the message says so. */
import type { Vm } from "./vm.ts";

/** The message, and how each QEMU ended that ended by itself, unless the message has it already. */
export async function withObituaries(message: string, vms: readonly (Vm | null)[]): Promise<string> {
  const obituaries = await Promise.all(vms.map((vm) => vm?.process.obituary() ?? null));
  const news = obituaries.filter(
    (text) => text !== null && !message.includes(text.replace(/^.*?has ended: /, "")),
  );
  return [message, ...news].join(". ");
}
