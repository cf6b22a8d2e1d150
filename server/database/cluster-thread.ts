import { renameSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { clusterPlaces } from './cluster-places.ts'
import { DurableFileSystem } from './durable-file-system.ts'
import { flushTree } from './flush-tree.ts'
import { pgliteOptions } from './pglite-options.ts'

// The thread that makes an embedded database and ends. It has a thread of its own so that one which stands still can be
// stopped, and so that the memory which making takes is given back. Started by makeCluster only.

// Compiling the database keeps no event loop busy. Node treats an idle one as about to end and blocks the thread until
// the compilers are done, while a compiler may be waiting for this very thread: then neither goes on.
const keepLoopBusy = setInterval(() => {}, 1_000)

const dataDirectory: string = workerData
const { cluster, unfinished } = clusterPlaces(dataDirectory)

// Made under another name first: under its own name it is always complete, whenever the power goes.
const database = await PGlite.create({ ...pgliteOptions, fs: new DurableFileSystem(unfinished) })
await database.close()
flushTree(unfinished)
renameSync(unfinished, cluster)
flushTree(dataDirectory, { depth: 0 })
clearInterval(keepLoopBusy)
