import { join } from 'node:path'

/** Where the embedded database lies in a data directory, and where it is made before it is whole. */
export function clusterPlaces(dataDirectory: string): { readonly cluster: string; readonly unfinished: string } {
  return { cluster: join(dataDirectory, 'database'), unfinished: join(dataDirectory, 'database-being-made') }
}
