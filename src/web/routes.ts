/** Every route there is: the application is built from this list, and so are the tests of every route as every role. */
import { adminRoutes } from './admin/routes.tsx'
import { authorityRoutes } from './authority/routes.tsx'
import { capacityRoutes } from './capacity/routes.ts'
import { citizenRoutes } from './citizen/routes.tsx'
import { logInRoutes } from './log-in/routes.tsx'
import { managementRoutes } from './management/routes.tsx'
import { outsideRoutes } from './outside/routes.tsx'
import { ownPaymentRoutes } from './own-payment/routes.tsx'
import type { Route } from './platform/route.ts'
import { providerRoutes } from './provider/routes.tsx'
import { publicRoutes } from './public-pages/routes.tsx'
import { retentionRoutes } from './retention/routes.ts'
import { supervisionRoutes } from './supervision/routes.ts'
import { tabletRoutes } from './tablet/routes.ts'
import { transportRoutes } from './transport/routes.ts'

export const routes: readonly Route[] = [
  ...publicRoutes,
  ...logInRoutes,
  ...citizenRoutes,
  ...authorityRoutes,
  ...providerRoutes,
  ...tabletRoutes,
  ...managementRoutes,
  ...supervisionRoutes,
  ...ownPaymentRoutes,
  ...capacityRoutes,
  ...transportRoutes,
  ...adminRoutes,
  ...outsideRoutes,
  ...retentionRoutes,
]
