// The arithmetic of PortNumber: its data is hexadecimal in every text form of the registry, while people think of ports in decimal.
// Source: Microsoft, Change the listening port for Remote Desktop (the editor's Hexadecimal and Decimal choice).

export const STANDARD_PORT = 3389;

const HIGHEST_PORT = 65535;
// Around the default. Further away a hexadecimal number that happens to have only decimal digits is as likely to be meant as not:
// one random port in seven looks like that.
const NEAR_STANDARD = { from: 3380, to: 3399 } as const;

export function isPort(value: number): boolean {
  return value >= 1 && value <= HIGHEST_PORT;
}

/** The port a person reads off the hexadecimal digits: 0x3389 reads as 3389. Undefined where that is not a port. */
export function portReadAsDecimal(value: number): number | undefined {
  const digits = value.toString(16);
  const port = /^\d+$/.test(digits) ? Number(digits) : NaN;
  return isPort(port) ? port : undefined;
}

/** The decimal port that was almost certainly meant, for data like 0x3389; undefined for any other data. */
export function intendedPort(value: number): number | undefined {
  const read = portReadAsDecimal(value);
  return read !== undefined && read >= NEAR_STANDARD.from && read <= NEAR_STANDARD.to ? read : undefined;
}

/** `dword:00000d3d`, as a .reg file spells the number. */
export function dwordSpelling(value: number): string {
  return `dword:${value.toString(16).padStart(8, '0')}`;
}
