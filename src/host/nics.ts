/**
 * The guest's NICs by number, from 0. Each has MACs, a subnet and TAPs of its own, so the host's route tells which NIC a packet takes.
 * docs/contract.md, section 2, has the names and addresses.
 */

/** One of the two TAPs that a NIC may have. */
export type TapName = "tap0" | "tap1";

export interface Nic {
  readonly number: number;
  readonly hostAddress: string;
  readonly guestAddress: string;
  /** Of the TAP that has the host's address. */
  readonly hostMac: string;
  readonly guestMac: string;
  /** The name of its interface: `tap0` for the first NIC, `tap0-nic1` for the second. */
  readonly interfaceOf: (tap: TapName) => string;
}

const HOST_MAC = { vendor: "e6:1d:44:b5:03", last: 0x5d };
const GUEST_MAC = { vendor: "d6:0d:75:f8:0f", last: 0xb7 };

/** There are at most 8 NICs, so the last byte does not overflow. */
const macOf = ({ vendor, last }: typeof HOST_MAC, number: number) =>
  `${vendor}:${(last + number).toString(16)}`;

export const nicOf = (number: number): Nic => ({
  number,
  hostAddress: `192.168.${100 + number}.1`,
  guestAddress: `192.168.${100 + number}.2`,
  hostMac: macOf(HOST_MAC, number),
  guestMac: macOf(GUEST_MAC, number),
  interfaceOf: (tap) => (number === 0 ? tap : `${tap}-nic${number}`),
});

export const nicsOf = (count: number): Nic[] => Array.from({ length: count }, (_, number) => nicOf(number));
