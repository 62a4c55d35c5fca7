// The build that an NTLM challenge tells is that of the kernel. An enablement package raises CurrentBuildNumber of the registry and leaves
// the kernel as it is: 19041 answers for every Windows 10 from 2004 to 22H2. Source: Microsoft's enablement packages for 1909 (KB4517245),
// 20H2 (KB4562830), 22H2 (KB5015684), Windows 11 23H2 (KB5027397) and 25H2 (KB5054156). A build without one is its own kernel's.

/** From the build of the kernel to the last one that is made of it. */
const families: readonly (readonly [number, number])[] = [
  [18362, 18363],
  [19041, 19045],
  [22621, 22631],
  [26100, 26200],
];

/** The build of the kernel for one that the registry tells. */
export function kernelBuild(build: number): number {
  return families.find(([from, until]) => build >= from && build <= until)?.[0] ?? build;
}
