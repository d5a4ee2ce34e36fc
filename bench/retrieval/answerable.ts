/** A question with the passages that answer it: those of the file that stand under the heading or contain the quote. */
export interface AnswerableQuestion {
  readonly question: string;
  /** `literal` takes the words of the passage; `paraphrased` avoids them, the name of the package aside. */
  readonly wording: 'literal' | 'paraphrased';
  readonly under?: string;
  readonly quote?: string;
}

const literal = (question: string, at: { under?: string; quote?: string }): AnswerableQuestion => ({
  question,
  wording: 'literal',
  ...at,
});
const paraphrased = (question: string, at: { under?: string; quote?: string }): AnswerableQuestion => ({
  question,
  wording: 'paraphrased',
  ...at,
});

/** By the file that answers, from the root of the project. */
export const answerable: Readonly<Record<string, readonly AnswerableQuestion[]>> = {
  'README.md': [
    literal('Which version of Node do I need?', { under: 'Two commands' }),
    literal('How do I use an external PostgreSQL?', { under: 'An external PostgreSQL' }),
    literal('How do I run one benchmark?', { quote: 'npm run bench measures' }),
    paraphrased("I can't log in any more because I don't remember my credentials", {
      quote: 'Who forgot the password',
    }),
    paraphrased('where on disk is everything saved?', { quote: 'data folder. It holds the database' }),
    paraphrased('is it a problem to lose the encryption password?', { quote: 'stored secrets cannot be read again' }),
    paraphrased('can I scale out to several machines?', { quote: 'Any number of nodes may share one database' }),
  ],
  'docs/GLOSSARY.md': [
    literal('What is a rollup?', { quote: 'sessions counted in advance' }),
    literal('What is a PersonalizedLink?', { quote: 'carries what the owner knows of its reader' }),
    literal('What does DeploymentRevision mean?', { quote: 'as one change left them' }),
    paraphrased('what do you call the chatbot double of an expert?', {
      quote: 'the AI counterpart of one human expert',
    }),
    paraphrased('is there a name for the screen where people pick how to talk?', { quote: 'chooses a mode' }),
  ],
  'docs/guides/targeting.md': [
    literal('What do the operators starts_with and ends_with hold?', { quote: 'begins or ends so' }),
    literal('Which operators does an attribute that is missing satisfy?', { quote: 'satisfies only is_empty' }),
    literal('How does my server sign a JWT for signed-in visitors?', { under: 'Signed-in visitors' }),
    literal('When is company known for sessions?', { under: 'Companies' }),
    paraphrased('do capital letters matter when strings are checked?', { quote: 'compares without regard to case' }),
    paraphrased('can people cheat by tampering with what their machine sends?', { quote: 'never to protect anything' }),
  ],
  'docs/guides/deployments-and-rollouts.md': [
    literal('How is the bucket from 0 to 9999 given?', { quote: 'gives a bucket from 0 to 9999' }),
    literal('What does a paused ramp do with its steps?', { quote: 'A paused ramp applies none' }),
    literal('How do I pin a deployment to one version?', { under: 'Versions and going back' }),
    literal('What does deleting a deployment remove?', { under: 'Deactivate and delete' }),
    literal('Test a visitor with a key and attributes', { under: 'Why was this one served' }),
    paraphrased('will increasing the quota kick out anybody who is already in?', {
      quote: 'Raising the share only adds people',
    }),
    paraphrased('expose it to more and more folks gradually on given days', { under: 'Raise the share step by step' }),
    paraphrased('get yesterday’s configuration back', { under: 'History' }),
    paraphrased('my colleague and I edited simultaneously, whose work is lost?', { under: 'Two people at once' }),
    paraphrased('estimate the effect before I commit', { under: 'See it before you do it' }),
  ],
  'docs/guides/deployment-settings.md': [
    literal('What is the default of appearance.accentColor?', { quote: 'appearance.accentColor' }),
    literal('Which sites may embed the deployment?', { quote: 'Which sites may embed it' }),
    paraphrased('how long until an idle talk is closed?', { quote: 'Without a word from the visitor, a chat ends' }),
    paraphrased('put the bubble in the other corner', { quote: 'appearance.launcherPosition' }),
    paraphrased('how can success be determined automatically?', { quote: 'A criterion is one of' }),
  ],
  'docs/decisions/0001-a-real-postgresql-everywhere.md': [
    literal('Why not PostgreSQL compiled to WebAssembly?', { quote: 'WebAssembly build never calls fsync' }),
    paraphrased('why is there no in-memory stand-in for storage when testing?', { quote: 'the store has none' }),
  ],
  'docs/decisions/0003-the-event-log-is-the-truth.md': [
    literal('What does advanceSession take and return?', { quote: 'advanceSession takes a session' }),
    paraphrased('after a GDPR deletion, what remains of the journal?', { quote: 'Erasing a person empties payloads' }),
  ],
  'docs/decisions/0004-effects-in-a-leased-table.md': [
    literal('Which node takes the effect over when a lease ends?', { quote: 'any node takes the effect over' }),
    paraphrased('might an outgoing web request be sent twice?', { quote: 'HTTP calls happen at least once' }),
  ],
  'docs/decisions/0009-a-bucket-key-reaches-nobody.md': [
    paraphrased('two people using one laptop: do they see the same past chats?', { quote: 'browsers are shared' }),
  ],
  'docs/decisions/0010-the-customers-page-keeps-what-the-iframe-may-not.md': [
    literal('Why does a browser refuse the iframe any storage?', { quote: 'refuses such an iframe any storage' }),
    paraphrased('can JavaScript on my client’s website steal a chat’s credentials?', {
      quote: 'scripts of the customer',
    }),
  ],
  'docs/decisions/0012-turns-share-a-commit.md': [
    literal('How many statements of turns does a node commit at once?', { quote: 'at most four statements' }),
    paraphrased('does one failing write break the others it was grouped with?', {
      quote: 'only the one at fault fails',
    }),
  ],
  'node_modules/fastify/docs/Reference/Hooks.md': [
    literal('Is request.body undefined in the onRequest hook?', { under: 'onRequest', quote: 'will always be' }),
    literal('When is the preSerialization hook not called?', { under: 'preSerialization' }),
    literal('When is the onRequestAbort hook executed?', { under: 'onRequestAbort' }),
    literal('In what order do onClose hooks of child plugins execute?', { under: 'Execution order' }),
    literal('How do I pass a custom error code to the user from a hook?', { under: 'Manage Errors from a hook' }),
    paraphrased('fastify: unzip an upload prior to reading it as JSON', { under: 'preParsing' }),
    paraphrased('fastify: collect metrics once the client got everything', { under: 'onResponse' }),
    paraphrased('fastify: reject unauthenticated callers early so the main function never runs', {
      under: 'Respond to a request from a hook',
    }),
    paraphrased('fastify: where should I disconnect from my DB during shutdown?', { under: 'onClose' }),
    paraphrased('fastify: attach the logged-in account to each incoming call for later use', {
      under: 'Using Hooks to Inject Custom Properties',
    }),
  ],
  'node_modules/fastify/docs/Reference/Routes.md': [
    literal('How do I register a parametric path?', { under: 'Url building' }),
    literal('Matching a route by the Accept-Version header', { under: 'Version Constraints' }),
    literal('How do I set a different log level for a route?', { under: 'Custom Log Level' }),
    paraphrased('fastify: serve another site depending on the domain somebody typed', { under: 'Host Constraints' }),
    paraphrased('fastify: put /v2 in front of a whole group of endpoints', { under: 'Route Prefixing' }),
    paraphrased('fastify: decide which endpoint to use by looking something up in a DB', {
      under: 'Asynchronous Custom Constraints',
    }),
  ],
  'node_modules/fastify/docs/Reference/Server.md': [
    literal('What is the default bodyLimit?', { under: 'bodyLimit' }),
    literal('What does forceCloseConnections do?', { under: 'forceCloseConnections' }),
    literal('How do I trust only given proxies by IP?', { under: 'trustProxy' }),
    literal('What is the default pluginTimeout?', { under: 'pluginTimeout' }),
    literal('Are routes case-sensitive?', { under: 'caseSensitive' }),
    literal('How does printRoutes show the tree of routes?', { under: 'printRoutes' }),
    literal('How do I set the 404 handler?', { under: 'setNotFoundHandler' }),
    literal('Automatically create HEAD routes for GET routes', { under: 'exposeHeadRoutes' }),
    paraphrased('fastify: uploads over one megabyte are refused', { under: 'bodyLimit' }),
    paraphrased('fastify: treat /a//b as /a/b', { under: 'ignoreDuplicateSlashes' }),
    paraphrased('fastify: make /users and /users/ equivalent', { under: 'ignoreTrailingSlash' }),
    paraphrased('fastify: abort work that runs for too long and answer the caller', { under: 'handlerTimeout' }),
    paraphrased('fastify: start serving on a port', { under: 'listen' }),
    paraphrased('fastify: what do callers get while shutdown is under way?', { under: 'return503OnClosing' }),
    paraphrased('fastify: defend against malicious __proto__ keys in a payload', { under: 'onProtoPoisoning' }),
    paraphrased('fastify: customise what happens when a handler throws', { under: 'setErrorHandler' }),
    paraphrased('fastify: alter the address before it is matched', { under: 'rewriteUrl' }),
  ],
  'node_modules/fastify/docs/Reference/ContentTypeParser.md': [
    literal('How do I catch all requests regardless of content type?', { under: 'Catch-All' }),
    paraphrased('fastify: get the raw bytes of an upload instead of an object', { under: 'Body Parser' }),
  ],
  'node_modules/fastify/docs/Reference/Logging.md': [
    literal('How do I enable logging when creating a Fastify instance?', { under: 'Enable Logging' }),
    paraphrased('fastify: hide bearer tokens from the journal of the web server', { under: 'Log Redaction' }),
    paraphrased('fastify: correlate all lines that belong to one call', { under: 'Request ID Tracking' }),
  ],
  'node_modules/fastify/docs/Reference/LTS.md': [
    literal('How long are major releases of Fastify supported?', {
      quote: 'supported for a minimum period of six months',
    }),
    paraphrased('can I pay somebody to patch an outdated Fastify?', { under: 'Security Support Beyond LTS' }),
  ],
  'node_modules/fastify/docs/Reference/HTTP2.md': [
    literal('Does Fastify support HTTP/2 in plain text for microservices?', { under: 'Plain or insecure' }),
  ],
  'node_modules/fastify/docs/Guides/Recommendations.md': [
    literal('Which pod IP does the Kubernetes readinessProbe use?', { under: 'Kubernetes' }),
    literal('How do I rightsize the production environment?', { under: 'Capacity Planning For Production' }),
    paraphrased('fastify: why put nginx in front at all?', { under: 'Use A Reverse Proxy' }),
    paraphrased('fastify: what usually makes a service slow?', { under: 'Common Causes Of Performance Degradation' }),
  ],
  'node_modules/fastify/docs/Guides/Testing.md': [
    literal('What are the benefits of using fastify.inject()?', { under: 'Benefits of using fastify.inject()' }),
    paraphrased('fastify: step through a failing spec with breakpoints', { under: 'How to inspect node tests' }),
  ],
  'node_modules/pino/docs/api.md': [
    literal('How do I define customLevels?', { under: 'customLevels' }),
    literal('What is the default depthLimit?', { under: 'depthLimit' }),
    literal('What does the mixin function receive?', { under: 'mixin (Function)' }),
    literal('When does the nestedKey option help?', { under: 'nestedKey' }),
    literal('How do I check if a level is enabled with isLevelEnabled?', { under: 'logger.isLevelEnabled' }),
    paraphrased('pino: drop hostname and process id from every line', { under: 'base (Object)' }),
    paraphrased('pino: I want Windows newlines at the end of each record', { under: 'crlf' }),
    paraphrased('pino: use ISO dates instead of epoch numbers', { under: 'timestamp (Boolean' }),
    paraphrased('pino: put fixed text in front of all lines of one logger', { under: 'msgPrefix (String)' }),
    paraphrased('pino: be told when verbosity is altered while running', { under: 'level-change' }),
  ],
  'node_modules/pino/docs/asynchronous.md': [
    literal('What are the caveats of asynchronous logging?', { under: 'Caveats' }),
    paraphrased('pino: serverless functions drop my last lines', { under: 'AWS Lambda' }),
  ],
  'node_modules/pino/docs/redaction.md': [
    literal('How much overhead does redaction add?', { under: 'Overhead' }),
    paraphrased('pino: may customers choose which keys are masked?', { under: 'Safety' }),
  ],
  'node_modules/pino/docs/help.md': [
    literal('How do I rotate logs with logrotate?', { under: 'Log rotation' }),
    literal('How does Pino handle duplicate keys?', { under: 'How Pino handles duplicate keys' }),
    paraphrased('pino: send failures to one output and the rest to another', { under: 'Log to different streams' }),
    paraphrased('pino: show "info" in place of 30', { under: 'Log levels as labels' }),
  ],
  'node_modules/pino/docs/transports.md': [
    literal('How do I create a transport pipeline?', { under: 'Creating a transport pipeline' }),
    paraphrased('pino: ship my lines to Grafana’s store', { under: 'pino-loki' }),
    paraphrased('pino: author my own output module that runs in a worker', { under: 'Writing a Transport' }),
  ],
  'node_modules/undici/docs/docs/api/CacheStore.md': [
    literal('What is the default maxSize of the MemoryCacheStore?', { under: 'MemoryCacheStore' }),
    paraphrased('undici: persist saved replies in a file rather than RAM', { under: 'SqliteCacheStore' }),
  ],
  'node_modules/undici/docs/docs/api/RetryHandler.md': [
    literal('What is the default of maxRetries in RetryOptions?', { under: 'RetryOptions' }),
    paraphrased('undici: try a call again after it failed, waiting longer each time', { under: 'RetryOptions' }),
  ],
  'node_modules/undici/docs/docs/api/Cookies.md': [
    literal('How does deleteCookie set the expiry time?', { under: 'deleteCookie' }),
  ],
  'node_modules/undici/docs/docs/api/ProxyAgent.md': [
    literal('How do I use fetch with a proxy via ProxyAgent?', { under: 'ProxyAgent with Fetch' }),
    paraphrased('undici: send all traffic of the process through one gateway', {
      under: 'ProxyAgent as a Global Dispatcher',
    }),
  ],
  'node_modules/undici/docs/docs/best-practices/crawling.md': [
    literal('What are best practices for crawlers with robots.txt?', { under: 'Best Practices for Crawlers' }),
    paraphrased('undici: my bot gets blocked because it does not say who it is', { quote: 'default user agent is' }),
  ],
  'node_modules/undici/docs/docs/best-practices/mocking-request.md': [
    literal('How do I reply with data based on the request?', { under: 'Reply with data based on request' }),
    paraphrased('undici: make sure no spec ever touches the internet', { under: 'Debug Mock Value' }),
    paraphrased('undici: verify which calls my code made', { under: 'Access agent call history' }),
  ],
  'node_modules/undici/docs/docs/best-practices/writing-tests.md': [
    paraphrased('undici: the test run hangs for seconds at the end', { quote: 'keep a socket open for a few seconds' }),
  ],
  'node_modules/undici/docs/docs/best-practices/client-certificate.md': [
    literal('Must client certificates be signed by a trusted CA?', { quote: 'signed by a trusted CA' }),
  ],
  'node_modules/undici/docs/docs/best-practices/undici-vs-builtin-fetch.md': [
    literal('Which undici version is bundled with Node.js v20?', { under: 'Version compatibility' }),
    paraphrased('undici: is the HTTP client that ships with the runtime enough for me?', {
      under: 'When you do NOT need to install undici',
    }),
  ],
  'node_modules/date-fns/docs/timeZones.md': [
    literal('How do I transpose date values to another time zone?', { under: 'Transposing date values' }),
    paraphrased('date-fns: compute with hours as they are in Singapore', { under: 'Working with time zones' }),
  ],
  'node_modules/date-fns/docs/unicodeTokens.md': [
    literal('What is the difference between YYYY and yyyy tokens?', { under: 'Popular mistakes' }),
    paraphrased('date-fns: the year is wrong around New Year when I print it', { under: 'Popular mistakes' }),
  ],
  'node_modules/date-fns/docs/i18n.md': [
    literal('Which functions support I18n?', { under: 'Usage' }),
    paraphrased('date-fns: contribute a translation for my mother tongue', { under: 'Adding New Language' }),
  ],
  'node_modules/date-fns/docs/fp.md': [
    literal('What is WithOptions added to in FP functions?', { under: 'Usage' }),
    paraphrased('date-fns: chain several date operations into a single one', { under: 'Using Function Composition' }),
  ],
  'node_modules/zundo/README.md': [
    literal('How do I limit the number of historical states stored?', {
      under: 'Limit number of historical states stored',
    }),
    literal('What does partialize exclude from history?', { under: 'Exclude fields from being tracked in history' }),
    literal('What does wrapTemporal do?', { under: 'Wrap temporal store' }),
    paraphrased('zundo: treat many quick edits as one undo step', { under: 'Cool-off period' }),
    paraphrased('zundo: temporarily do not record what the user does', { under: 'Pause tracking of history' }),
    paraphrased('zundo: restore undo steps from localStorage after a reload', {
      under: 'Initialize temporal store with past and future states',
    }),
    paraphrased('zundo: save memory by recording only what differs', {
      under: 'Store state delta rather than full object',
    }),
  ],
  'node_modules/zustand/README.md': [
    literal('How do I use the persist middleware?', { under: 'Persist middleware' }),
    literal('Using zustand without React', { under: 'Using zustand without React' }),
    literal('How do I connect the Redux devtools?', { under: 'Redux devtools' }),
    paraphrased('zustand: avoid redrawing on every tiny tick', { under: 'Transient updates' }),
    paraphrased('zustand: fetch from a server inside a setter', { under: 'Async actions' }),
    paraphrased('zustand: replace everything instead of merging', { under: 'Overwriting state' }),
  ],
  'node_modules/prom-client/README.md': [
    literal('What are default metrics and how do I call collectDefaultMetrics?', { under: 'Default metrics' }),
    literal('How do I use the Pushgateway?', { under: 'Pushgateway' }),
    literal('What are the default buckets of a histogram?', { under: 'Histogram' }),
    literal('Can I merge multiple registries?', { under: 'Multiple registries' }),
    paraphrased('prom-client: measure percentiles of durations', { under: 'Summary' }),
    paraphrased('prom-client: numbers from all worker processes summed up', { under: 'cluster' }),
    paraphrased('prom-client: a value that can go up and down', { under: 'Gauge' }),
  ],
  'node_modules/uuid/README.md': [
    literal('How do I validate a UUID string?', { under: 'uuid.validate' }),
    literal('getRandomValues() not supported in React Native', { quote: 'react-native-get-random-values' }),
    literal('How do I convert a v1 UUID to v6?', { under: 'uuid.v1ToV6' }),
    paraphrased('uuid: ids that sort by creation moment', { quote: 'RFC version 7' }),
    paraphrased('uuid: always get the same identifier for the same name', { quote: 'RFC version 5' }),
  ],
  'node_modules/re2js/README.md': [
    literal('How do I match multiple patterns with RE2Set?', { under: 'Multi-Pattern Matching' }),
    literal('How do I escape special characters?', { under: 'Escaping Special Characters' }),
    paraphrased('re2js: look for several expressions in one pass', { under: 'Multi-Pattern Matching' }),
    paraphrased('re2js: cut a text into pieces wherever the expression occurs', { under: 'Splitting Strings' }),
  ],
  'node_modules/@fastify/static/README.md': [
    literal('How do I serve dotfiles in hidden directories?', { under: 'serveDotFiles' }),
    literal('How do I disable the wildcard route?', { under: 'wildcard' }),
    paraphrased('@fastify/static: offer a file as a download', { under: 'content-disposition' }),
    paraphrased('@fastify/static: show visitors the contents of a folder', { under: 'list' }),
    paraphrased('@fastify/static: ship brotli files made at build', { under: 'preCompressed' }),
  ],
  'node_modules/@fastify/rate-limit/README.md': [
    literal('How do I prevent guessing of URLs through 404s?', { under: 'Preventing guessing of URLS' }),
    literal('What is the allowList option?', { quote: 'allowList' }),
    paraphrased('@fastify/rate-limit: share the counters between machines', { quote: 'redis' }),
    paraphrased('@fastify/rate-limit: throttle logins more strictly than everything else', {
      under: 'Options on the endpoint itself',
    }),
  ],
  'node_modules/@fastify/cors/README.md': [
    literal('How do I configure CORS asynchronously?', { under: 'Configuring CORS Asynchronously' }),
    literal('Which DoS attacks does the origin option allow?', { under: 'DoS attacks' }),
  ],
  'node_modules/@biomejs/biome/README.fr.md': [
    literal('Comment formater les fichiers ?', { under: 'Utilisation' }),
    paraphrased('Peut-il corriger un fichier incomplet pendant la saisie ?', { quote: 'du code malformé' }),
  ],
  'node_modules/@biomejs/biome/README.es.md': [
    literal('¿Cuántas reglas tiene el linter de alto rendimiento?', { quote: 'más de 500 reglas' }),
    paraphrased('¿Entiende un archivo con errores de sintaxis mientras tecleo?', { quote: 'código mal formado' }),
  ],
  'node_modules/@biomejs/biome/README.pt-BR.md': [
    literal('O formatador rápido é compatível com o Prettier?', { quote: 'formatador rápido' }),
  ],
  'node_modules/@biomejs/biome/README.ja.md': [literal('高速なFormatterの互換性は？', { quote: '高速なFormatter' })],
  'node_modules/@biomejs/biome/README.zh-CN.md': [
    literal('如何安装？', { under: '安装' }),
    literal('格式化工具与 Prettier 的兼容性如何？', { quote: '快速的格式化工具' }),
  ],
};
