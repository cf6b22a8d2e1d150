import { onOpenOperation } from '../http/on-operation.ts'

/** The page without a server always lives; the engine it names is the one that a demonstration runs on. */
export const systemHandlers = [
  onOpenOperation('get', '/health', { status: 200 }, () => ({ body: { status: 'ok' as const } })),
  onOpenOperation('get', '/ready', { status: 200 }, () => ({
    body: { status: 'ready' as const, engine: 'pglite' as const },
  })),
]
