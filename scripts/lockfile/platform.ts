/** What npm compares with the running machine before it installs an optional package. */
export type Platform = { os: string[]; cpu: string[]; libc?: string[] }

const systems: Record<string, string> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
}

const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x']

const libraries: Record<string, string> = { gnu: 'glibc', musl: 'musl' }

/**
 * Reads the platform from the name of a native package, as napi-rs and its kin name them: `…-linux-arm64-musl`.
 * Returns undefined where the name does not end in a known system and processor.
 */
export const platformOf = (packageName: string): Platform | undefined => {
  const words = packageName.split(/[-/]/)
  const at = words.findIndex((word) => word in systems)
  const os = systems[words[at] ?? '']
  const cpu = words[at + 1]
  if (!os || !cpu || !processors.includes(cpu)) return undefined
  const libc = os === 'linux' ? libraries[words[at + 2] ?? ''] : undefined
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) }
}
