import { queryOptions, useQuery } from '@tanstack/react-query'
import { addressOf } from '../../kit/api/address.ts'
import { call } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import classes from './reference.module.css'
import { type OpenApi, type Operation, resolved, type Schema, typeWords } from './reference.ts'
import { texts } from './texts.ts'

const described = queryOptions({
  queryKey: ['/openapi.json'],
  // It is made from the same schemas that check the calls.
  queryFn: async () => (await call('GET', '/openapi.json')) as OpenApi,
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: false,
})

/** The API, as its description has it. */
export default function ReferencePage() {
  const t = useWords(texts)
  const found = useQuery(described)
  return (
    <Page title={t('title')}>
      <p>
        {t('lead')} <a href={addressOf('api/v1/openapi.json')}>{t('file')}</a>
      </p>
      <Loaded from={found}>
        {(document) => (
          <div lang="en" className={classes.operations}>
            {Object.entries(document.paths).flatMap(([path, methods]) =>
              Object.entries(methods).map(([method, operation]) => (
                <details key={`${method} ${path}`}>
                  <summary>
                    <code>
                      <strong>{method.toUpperCase()}</strong> {path}
                    </code>{' '}
                    <span>{operation.summary}</span>
                  </summary>
                  <OperationView document={document} operation={operation} />
                </details>
              )),
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function OperationView({ document, operation }: { document: OpenApi; operation: Operation }) {
  const t = useWords(texts)
  const { description, parameters = [], requestBody, responses } = operation
  const body = requestBody && Object.values(requestBody.content)[0]
  return (
    <div className={classes.body}>
      {description && <p>{description}</p>}
      {parameters.length > 0 && (
        <>
          <h2>{t('query')}</h2>
          <dl>
            {parameters.map(({ name, required, description: own, schema }) => (
              <Row
                key={name}
                name={name}
                type={typeWords(document, schema)}
                needed={required}
                words={own ?? schema.description}
              />
            ))}
          </dl>
        </>
      )}
      {body && (
        <>
          <h2>{t('body')}</h2>
          <Fields document={document} schema={resolved(document, body.schema)} />
        </>
      )}
      <h2>{t('answers')}</h2>
      <dl>
        {Object.entries(responses).map(([status, { description: own }]) => (
          <Row key={status} name={status} type="" needed={false} words={own} />
        ))}
      </dl>
    </div>
  )
}

function Fields({ document, schema }: { document: OpenApi; schema: Schema }) {
  return (
    <dl>
      {Object.entries(schema.properties ?? {}).map(([name, each]) => (
        <Row
          key={name}
          name={name}
          type={typeWords(document, each)}
          needed={schema.required?.includes(name) ?? false}
          words={each.description}
        />
      ))}
    </dl>
  )
}

type RowProps = { name: string; type: string; needed: boolean; words: string | undefined }

function Row({ name, type, needed, words }: RowProps) {
  const t = useWords(texts)
  return (
    <>
      <dt>
        <code>{name}</code> {needed && <strong>{t('needed')}</strong>}
      </dt>
      <dd>
        {type && <code>{type}</code>} {words}
      </dd>
    </>
  )
}
