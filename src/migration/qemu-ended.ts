/** What goes wrong with a guest is at times just that its QEMU is gone: then this is the reason, whatever was waited for. */
import type { Vm } from "./vm.ts";

/** The message, and of each QEMU that has ended by itself how, unless the message has said it already. */
export async function withObituaries(message: string, vms: readonly (Vm | null)[]): Promise<string> {
  const obituaries = await Promise.all(vms.map((vm) => vm?.process.obituary() ?? null));
  const news = obituaries.filter(
    (text) => text !== null && !message.includes(text.replace(/^.*?has ended: /, "")),
  );
  return [message, ...news].join(". ");
}
