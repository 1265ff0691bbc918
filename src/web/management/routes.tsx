import type { Route } from '../platform/route.ts'

export const managementRoutes: readonly Route[] = []
