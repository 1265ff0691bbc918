/** Keys of a test's own, which nothing else opens. */
import { randomBytes } from 'node:crypto'
import { sealingOf } from '../../src/casework/sealing.ts'

export const testSealing = () => sealingOf([randomBytes(32)])
