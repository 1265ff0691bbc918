import type { Route } from '../platform/route.ts'

export const providerRoutes: readonly Route[] = []
