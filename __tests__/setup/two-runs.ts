/** Two runs of a user have opened /dev/net/tun, and end one after the other: prints who may open it after each. Run as that user. */
import { devicePath, deviceState } from "../../src/host/devices.ts";
import { findPrivilege } from "../../src/host/privilege.ts";
import { openRegister } from "../../src/host/register.ts";

const privilege = await findPrivilege("root");
const runs = [openRegister(privilege), openRegister(privilege)];
for (const run of runs) run.hold({ kind: "access", device: "tun" });
for (const run of runs) {
  const problems = await run.close();
  process.stdout.write(`${[deviceState(devicePath("tun")), ...problems].join(" ")}\n`);
}
