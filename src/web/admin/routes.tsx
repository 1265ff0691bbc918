import type { Route } from '../platform/route.ts'

export const adminRoutes: readonly Route[] = []
