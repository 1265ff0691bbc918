/** The product opened for one command on the configured database, also while it is running beside. */
import { type Configuration, readConfiguration } from '../configuration.ts'
import { joinDatabase, openProduct, type Product } from '../product.ts'
import type { Call } from './command.ts'

/** Opens, uses, closes. Throws one sentence where there is no database, or none of the shape that this version needs. */
export async function withProduct<T>(
  { environment, progress }: Pick<Call, 'environment' | 'progress'>,
  use: (product: Product, configuration: Configuration) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(environment)
  const database = await joinDatabase(configuration, progress)
  try {
    const product = await openProduct(configuration, database)
    return await use(product, configuration).finally(product.close)
  } finally {
    await database.stop()
  }
}
