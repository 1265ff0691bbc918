// What a press on the list comes to: facts, each with an id of its own. The same without script is
// src/web/tablet/record.ts.
const some = (text) => (text ?? '').split(' ').filter(Boolean)
const fresh = (of) => ({ fact: crypto.randomUUID(), ...of })

/** The cancellation that was chosen in the row, or the field that still has to be chosen. */
export function cancellation(form, orderId) {
  for (const name of ['reason', 'saidBy'])
    if (!form.elements[`${name}-${orderId}`].value) return { missing: `${name}-${orderId}` }
  const value = (name) => form.elements[`${name}-${orderId}`].value
  return { reason: value('reason'), saidBy: value('saidBy') }
}

/** “Has come” beside a no-show, or what staff wrote: whoever presses it has seen that, and says that it does not hold. */
function arrival(row, state, earlier) {
  const arrived = fresh({ kind: 'arrived', orderId: row.dataset.order })
  const own = earlier.filter(
    (one) => one.kind === 'noShow' || (one.kind === 'cancelled' && one.saidBy === 'staff'),
  )
  const setsAside = [...some(row.dataset.against), ...own.map(({ fact }) => fact)]
  if ((state !== 'noShow' && state !== 'cancelled') || setsAside.length === 0) return [arrived]
  return [
    arrived,
    fresh({ kind: 'settled', orderId: arrived.orderId, refersTo: arrived.fact, setsAside, beside: true }),
  ]
}

/** “This one holds”: with what was seen of the day when the list was made. */
function settlement(orderId, refersTo, { setsAside, takesBack, becomes }) {
  return [
    ...some(takesBack).map((former) => fresh({ kind: 'undone', orderId, refersTo: former, beside: true })),
    fresh({ kind: 'settled', orderId, refersTo, setsAside: some(setsAside), becomes }),
  ]
}

/** `stateOf` and `pressedOn` say how a row stands with what was pressed since; `beside` is what the row does not show. */
export function actsOf(button, form, { stateOf, pressedOn }) {
  const [kind, orderId, refersTo] = button.value.split(':')
  const rows = [...form.querySelectorAll('[data-order]')]
  if (kind === 'allArrived')
    return rows
      .filter((row) => row.dataset.expected && stateOf(row) === 'expected')
      .map((row) => fresh({ kind: 'arrived', orderId: row.dataset.order }))
  const row = rows.find((one) => one.dataset.order === orderId)
  if (kind === 'arrived') return arrival(row, stateOf(row), pressedOn(orderId))
  if (kind === 'settled') return settlement(orderId, refersTo, button.dataset)
  if (kind === 'cancelled') return [fresh({ kind, orderId, ...cancellation(form, orderId) })]
  return [fresh({ kind, orderId, ...(refersTo && { refersTo }) })]
}
