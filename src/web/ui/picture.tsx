/**
 * A picture beside a word, for whoever reads pictures better. The word always stands there too, so that the picture itself
 * says nothing to a screen reader. The drawings are the design system's own icons; a set made for easy reading would take
 * their place here, and nowhere else.
 */
import type { FC } from 'hono/jsx'

const drawings = {
  day: 'calendar-month',
  time: 'time',
  place: 'location',
  ride: 'car',
  person: 'person',
  group: 'groups',
  off: 'person-remove',
  closed: 'lock',
  here: 'how-to-reg',
  call: 'smartphone',
  message: 'chat',
  print: 'print',
  home: 'home',
} as const

export type PictureName = keyof typeof drawings

export const Picture: FC<{ readonly name: PictureName }> = ({ name }) => (
  <img
    class="hv-picture"
    src={`/assets/fds/img/svg-icons/${drawings[name]}.svg`}
    alt=""
    width="40"
    height="40"
  />
)
