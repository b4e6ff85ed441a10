/** What setup could do about something that is missing. */
import type { Advice } from "../base/errors.ts";
import { DEVICE_NAMES, devicePath } from "../host/devices.ts";

const PATHS = DEVICE_NAMES.map(devicePath);

/** Whether setup could fix it: by packages, a module, or access to a device. */
export const setupCouldMend = ({ found, mend, packages }: Advice): boolean =>
  mend !== null && (packages !== undefined || PATHS.some((path) => found.startsWith(`${path} `)));
