/** Small marks of a state, drawn and not written: a font without them would show empty boxes. Words always stand beside. */
import type { FC } from 'hono/jsx'
import type { Shape } from '../i18n/deadline-marker.ts'

// On a field of 16 by 16. What is only a line is drawn with the pen, everything else filled.
const paths: Record<Shape, string> = {
  check: 'M2.5 8.5l4 4 7-9',
  disc: 'M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2z',
  ring: 'M8 3a5 5 0 1 1 0 10A5 5 0 1 1 8 3z',
  half: 'M8 2a6 6 0 1 0 0 12zM8 3a5 5 0 1 1 0 10',
  up: 'M8 2l7 12H1z',
  down: 'M8 14L1 2h14z',
  square: 'M2 2h12v12H2z',
  dash: 'M3 8h10',
  dot: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 1 1 0-5z',
  question: 'M4.5 6a3.5 3.5 0 1 1 4.7 3.3c-.8.3-1.2.7-1.2 1.7M8 13.4v1.2',
}

const lines: readonly Shape[] = ['check', 'ring', 'dash', 'question']

/** In the colour and the size of the text that it stands in, also where the reader has chosen the colours. */
export const Mark: FC<{ readonly shape: Shape }> = ({ shape }) => (
  <svg
    class={`hv-shape ${lines.includes(shape) ? 'hv-shape-line' : 'hv-shape-full'}`}
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[shape]} />
  </svg>
)
