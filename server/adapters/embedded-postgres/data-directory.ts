/**
 * How PostgreSQL is told its folder. It takes the path apart from the root on, so under root an unprivileged account
 * would fail at the first closed folder above (a clone in /root). On Linux the working folder, entered while still
 * root, has a name that needs no way down to it.
 */
export function clusterArgument(clusterFolder: string): string {
  return process.platform === 'linux' && process.getuid?.() === 0 ? '/proc/self/cwd' : clusterFolder;
}
