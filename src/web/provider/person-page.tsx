/** A person at the place: what is important, who they turn to, their goals with the plan, their week and the latest notes. */

import type { Everyday } from '../../casework/read-everyday.ts'
import { readEveryday } from '../../casework/read-everyday.ts'
import { planOf } from '../../domain/case/intervention/goals.ts'
import { changesUpTo, hasChangedOften } from '../../domain/case/order/contact-person.ts'
import { scheduleOn } from '../../domain/case/schedule/scheduled.ts'
import { valuesOf } from '../../domain/standard/standard.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { goalWords } from '../everyday/goal-words.ts'
import { GoalsAndPlan } from '../everyday/goals.tsx'
import { NoteList, notesInWords } from '../everyday/note-list.tsx'
import { everydayWords } from '../everyday/words.ts'
import { plainDay, weekdayName } from '../i18n/dates.ts'
import { versionWords } from '../plan-versions/words.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { Alert, LinkButton, SummaryList } from '../ui/parts.tsx'
import { placeFollowUpWords } from './follow-up-words.ts'
import { orderFrame } from './order-page.tsx'
import {
  isAnswered,
  lacksContactPerson,
  messagesHref,
  type Order,
  orderHref,
  personHref,
  scheduleHref,
} from './orders.ts'
import { type OrderRead, readOrder, userName } from './read-orders.ts'
import { scheduleWords } from './schedule-words.ts'
import { reportFormWords } from './tell-words.ts'
import { providerWords } from './words.ts'

export async function showPerson(c: OrderContext): Promise<Response> {
  const t = goalWords(c.language)
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  if (found === undefined || everyday === undefined || !isAnswered(found.order))
    return errorPage(c, 404, { about: 'order' })
  const { order, colleagues } = found
  const { considerations, communication } = order.content
  const naming = {
    language: c.language,
    userName: (id: Parameters<typeof userName>[1]) => userName(colleagues, id),
  }
  return orderFrame(
    c,
    found,
    { title: t.person, back: '/tilbud/borgere' },
    <>
      {considerations && (
        <Alert kind="warning" title={t.important}>
          <p>{considerations}</p>
        </Alert>
      )}
      {communication && (
        <p>
          <strong>{t.communication}:</strong> {communication}
        </p>
      )}
      <div class="hv-actions">
        <LinkButton href={personHref(order, '/note')}>{t.writeNote}</LinkButton>
        <LinkButton href={personHref(order, '/indsatsplan')} look="secondary">
          {planOf(everyday) ? t.changePlan : t.makePlan}
        </LinkButton>
        <a href={personHref(order, '/versioner')}>{versionWords(c.language).title}</a>
      </div>
      <Contact c={c} read={found} everyday={everyday} />
      <GoalsAndPlan
        everyday={everyday}
        naming={naming}
        {...(order.state.startedOn && {
          doing: (goalId, text) => (
            <LinkButton href={personHref(order, `/maal?maal=${goalId}`)} look="secondary">
              {t.follow}
              <span class="sr-only">: {text}</span>
            </LinkButton>
          ),
        })}
      />
      <Week c={c} everyday={everyday} />
      <h2>{t.notes}</h2>
      <NoteList
        notes={notesInWords(everyday, naming).slice(0, 3)}
        empty={everydayWords(c.language).noNotes}
        language={c.language}
      />
      <Links c={c} order={order} />
    </>,
  )
}

/** Exactly one, with a substitute beside; and whether that has changed more often than the standard's measure (K2.0-9). */
function Contact({
  c,
  read,
  everyday,
}: {
  readonly c: OrderContext
  readonly read: OrderRead
  readonly everyday: Everyday
}) {
  const t = goalWords(c.language)
  const { order, colleagues } = read
  const parameters = valuesOf(currentStandard(c.municipality).parameters)
  const lacks = lacksContactPerson(order, new Set(colleagues.map((u) => u.userId)))
  const former = everyday.contactPersons.slice(0, -1)
  return (
    <>
      <h2>{t.contact}</h2>
      {lacks && (
        <Alert kind="warning">
          <p>{providerWords(c.language).contactGone}</p>
        </Alert>
      )}
      {hasChangedOften(everyday, c.today, parameters) && (
        <Alert kind="warning">
          <p>
            {t.changedOften(
              changesUpTo(everyday, c.today, parameters).length,
              parameters.contactChangeMonths,
            )}
          </p>
        </Alert>
      )}
      <SummaryList
        language={c.language}
        rows={[
          {
            label: t.contact,
            value: userName(colleagues, order.state.contactPerson) ?? t.nobody,
            change: { href: orderHref(order, '/kontaktperson'), what: t.contact },
          },
          { label: t.substitute, value: userName(colleagues, order.state.substitute) ?? t.nobody },
          ...(former.length > 0
            ? [
                {
                  label: t.contactsBefore,
                  value: former
                    .map((a) =>
                      t.from(
                        userName(colleagues, a.contactPerson) ?? t.colleague,
                        plainDay(a.on, c.language),
                      ),
                    )
                    .join('; '),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function Week({ c, everyday }: { readonly c: OrderContext; readonly everyday: Everyday }) {
  const t = goalWords(c.language)
  const words = scheduleWords(c.language)
  const now = scheduleOn(everyday, c.today) ?? everyday.schedules.at(-1)
  return (
    <>
      <h2>{t.week}</h2>
      {now === undefined ? (
        <p>{t.noWeek}</p>
      ) : (
        <ul>
          {now.days
            .toSorted((a, b) => a.weekday - b.weekday || a.starts.localeCompare(b.starts))
            .map((day) => (
              <li>
                {weekdayName(day.weekday, c.language)} {day.starts}–{day.ends} (
                {words.parts[day.part].toLowerCase()})
              </li>
            ))}
        </ul>
      )}
    </>
  )
}

function Links({ c, order }: { readonly c: OrderContext; readonly order: Order }) {
  const t = goalWords(c.language)
  const links = [
    [personHref(order, '/noter'), t.allNotes],
    [personHref(order, '/opfoelgning'), placeFollowUpWords(c.language).title],
    [personHref(order, '/aktiviteter'), t.activities],
    [scheduleHref(order), t.week],
    [messagesHref(order), t.messages],
    [personHref(order, '/meld'), reportFormWords(c.language).title],
    [orderHref(order), t.order],
  ] as const
  return (
    <>
      <h2>{t.more}</h2>
      <ul class="hv-links">
        {links.map(([href, text]) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
