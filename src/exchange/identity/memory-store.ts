/** What the test provider remembers: in memory, for as long as each thing lives, apart for each issuer. */
import type { AdapterFactory, AdapterPayload } from 'oidc-provider'

type Entry = { readonly payload: AdapterPayload; readonly until: number }

export function memoryStore(now: () => number = Date.now): AdapterFactory {
  const entries = new Map<string, Entry>()
  const find = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    return entry && entry.until > now() ? entry.payload : undefined
  }
  return (model) => {
    const findBy = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      for (const [key, { payload, until }] of entries)
        if (key.startsWith(`${model}:`) && until > now() && matches(payload)) return payload
      return undefined
    }
    return {
      upsert: async (id, payload, expiresIn) => {
        for (const [key, { until }] of entries) if (until <= now()) entries.delete(key)
        entries.set(`${model}:${id}`, { payload, until: now() + (expiresIn || 600) * 1000 })
      },
      find: async (id) => find(`${model}:${id}`),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (code) => findBy((payload) => payload.userCode === code),
      // Used once: who comes with it again finds it consumed, and what it gave is taken back.
      consume: async (id) => {
        const payload = find(`${model}:${id}`)
        if (payload) payload.consumed = Math.floor(now() / 1000)
      },
      destroy: async (id) => {
        entries.delete(`${model}:${id}`)
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
      },
    }
  }
}
