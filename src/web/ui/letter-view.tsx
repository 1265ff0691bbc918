/** A letter's content as a page: the same sections, lists and tables as the PDF, from the same record. */
import type { FC } from 'hono/jsx'
import type { LetterBlock, LetterSection } from '../../letters/letter-content.ts'

const Block: FC<{ readonly block: LetterBlock }> = ({ block }) => {
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  if (block.kind === 'list') {
    const items = block.items.map((item) => <li>{item}</li>)
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    <section class="hv-scroll hv-letter-table" tabindex={0} aria-label={block.header.join(', ')}>
      <table>
        <thead>
          <tr>
            {block.header.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>{row.map((cell, index) => (index === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export const LetterSections: FC<{ readonly sections: readonly LetterSection[]; readonly level?: 2 | 3 }> = ({
  sections,
  level = 3,
}) => (
  <>
    {sections.map((section) => (
      <section>
        {level === 2 ? <h2>{section.heading}</h2> : <h3>{section.heading}</h3>}
        {section.blocks.map((block) => (
          <Block block={block} />
        ))}
      </section>
    ))}
  </>
)
