/** The product cannot start as it is set up: one sentence that says why and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
