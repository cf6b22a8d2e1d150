import { describeHome } from '../answers/home/describe-home.ts'
import { onOperation } from '../http/on-operation.ts'
import { everybody } from '../http/role-groups.ts'

export const homeHandlers = [
  onOperation('get', '/home', { status: 200, roles: everybody }, ({ state, caller, asOf }) => ({
    body: describeHome(state, caller, asOf),
  })),
]
