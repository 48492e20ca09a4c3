/** The CPython versions the engine mirrors, oldest first. What differs between them is data: see version.ts. */
export const pythonVersions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"] as const;

export type PythonVersion = (typeof pythonVersions)[number];

/** The number after "3.", for gates such as `minorVersion(version) >= 12`. */
export function minorVersion(version: PythonVersion): number {
  return Number(version.slice(2));
}
