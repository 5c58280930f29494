import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown.module.css'

/** A document, without whatever of it is HTML; its headings stand below those of the page. */
export default function Markdown({ words }: { words: string }) {
  return (
    <div className={classes.document}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        skipHtml
        components={{ h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', img: () => null }}
      >
        {words}
      </ReactMarkdown>
    </div>
  )
}
