/** A run has opened /dev/net/tun, and one without setup uses it; they end in that order. Prints whether it opens after each. Run as the user. */
import { devicePath, deviceState } from "../../src/host/devices.ts";
import { findPrivilege } from "../../src/host/privilege.ts";
import { openRegister, shareAccess } from "../../src/host/register.ts";

const privilege = await findPrivilege("root");
const first = openRegister(privilege);
first.hold({ kind: "access", device: "tun" });
const second = openRegister(privilege);
shareAccess(second);
for (const run of [first, second]) {
  const problems = await run.close();
  process.stdout.write(`${[deviceState(devicePath("tun")), ...problems].join(" ")}\n`);
}
