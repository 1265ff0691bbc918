/**
 * A picture beside a word, for whoever reads pictures better. The word always stands there too, so that the picture itself
 * says nothing to a screen reader. A file each: no script, nothing in the page that its policy would not let through.
 */
import type { FC } from 'hono/jsx'
import { type PictureName, pictograms } from './pictograms.ts'

export const Picture: FC<{ readonly name: PictureName }> = ({ name }) => (
  <img class="hv-picture" src={`/assets/pictograms/${pictograms[name]}.svg`} alt="" width="40" height="40" />
)
