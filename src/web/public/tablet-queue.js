// What waits on the tablet to be sent: sealed, with the time it was recorded and nothing else. It outlives reload, restart,
// lock and log-out, and goes only when the server has answered for it.
const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('hv-tablet', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('waiting', { keyPath: 'fact' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Done only when it is on the disk: `complete` is the transaction's, not the request's. */
async function inStore(mode, use) {
  const db = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction('waiting', mode, { durability: 'strict' })
      const request = use(transaction.objectStore('waiting'))
      transaction.oncomplete = () => resolve(request?.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

/** All of them or none. */
export const keep = (facts) =>
  inStore('readwrite', (store) => {
    for (const fact of facts) store.put(fact)
  })

/** In the order in which they were recorded. */
export const waiting = async () =>
  (await inStore('readonly', (store) => store.getAll())).sort((a, b) => a.at.localeCompare(b.at))

/** The server has them. */
export const letGo = (ids) =>
  inStore('readwrite', (store) => {
    for (const id of ids) store.delete(id)
  })
