/** What the queue may remember of a failure: it is shown to the administrator, who may know nothing of the case. */

/**
 * The kind of fault and its code, such as `NeighbourUnavailable` or `DatabaseError 40P01`; of many at once each kind
 * once. Never the message: drivers and parsers repeat in it what they were given.
 */
export function faultName(error: unknown): string {
  if (error instanceof AggregateError) {
    const kinds = [...new Set(error.errors.map(faultName))]
    return `${error.errors.length} × ${kinds.join(', ')}`
  }
  if (!(error instanceof Error)) return 'unknown error'
  // The driver calls all of its errors `error`.
  const name = error.name === 'error' ? error.constructor.name : error.name
  return 'code' in error && typeof error.code === 'string' ? `${name} ${error.code}` : name
}

/** The same failure with nothing in it but its kind: what a task throws, and the queue writes down. */
export function namedFault(error: unknown): Error {
  const fault = new Error(faultName(error))
  fault.name = error instanceof Error ? error.name : 'Error'
  return fault
}
