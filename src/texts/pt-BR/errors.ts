// Every error as Brazilian people read it: what happened and what was kept, then what to do.
import type { ErrorCode, ErrorFacts } from '../../core/errors';

/** The fact as short text, or '' when it is not known. */
const fact = (facts: ErrorFacts, name: string): string => String(facts[name] ?? '').slice(0, 40);
/** `text` with the fact in place of `%`, or `otherwise` when the fact is not known. */
const withFact = (facts: ErrorFacts, name: string, text: string, otherwise: string): string =>
  fact(facts, name) ? text.replace('%', () => fact(facts, name)) : otherwise;

const kept = (facts: ErrorFacts): string =>
  facts.kept === 'part' ? 'O que já foi gravado continua lá.' : 'Nada mudou na planilha.';
/** 'a conta 123', to stand after a verb or a contracted preposition. */
const account = (facts: ErrorFacts): string =>
  withFact(facts, 'account', 'a conta %', 'esta conta');

function wait(facts: ErrorFacts): string {
  const minutes = Number(facts.minutes);
  if (!(minutes > 0)) return 'alguns minutos';
  if (minutes === 1) return '1 minuto';
  return minutes <= 90 ? `${Math.ceil(minutes)} minutos` : `${Math.ceil(minutes / 60)} horas`;
}

/** A day as Brazilians write it. */
const day = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

/** What cannot be used, by the name the code has for it. */
const UNUSABLE: Record<string, string> = {
  token: 'Não dá para usar o token assim.',
  account: 'Não dá para usar a conta assim.',
  accounts: 'Não dá para usar essa escolha de contas.',
  dates: 'Não dá para usar essas datas: a primeira não pode vir depois da última.',
  future: 'Essas datas estão no futuro.',
  preset: 'Esse período não existe.',
  templates: 'Não dá para usar essa escolha de modelos.',
  cursor: 'Não dá mais para continuar a sincronização que tinha começado.',
};
const REMEDIES: Record<string, string> = {
  dates: 'Escolha as datas de novo e sincronize.',
  future: 'Escolha datas até hoje e sincronize de novo.',
  templates: 'Escolha pelo menos um modelo, ou todos, e sincronize de novo.',
  cursor: 'Comece a sincronização de novo; os dias já gravados não são buscados outra vez.',
};

export const errors: Record<ErrorCode, (facts: ErrorFacts) => { message: string; hint: string }> = {
  'not-connected': (f) => ({
    message: `Você ainda não está conectado à Meta. ${kept(f)}`,
    hint: 'Cole seu token de acesso da Meta na barra lateral e clique em Conectar.',
  }),
  'no-account': (f) => ({
    message: `Nenhuma conta do WhatsApp foi escolhida ainda. ${kept(f)}`,
    hint: 'Escolha uma conta na barra lateral ou digite o ID que aparece no Gerenciador do WhatsApp.',
  }),
  'token-expired': (f) => ({
    message: `Seu token de acesso da Meta expirou. ${kept(f)}`,
    hint: 'Gere um novo nas Configurações do negócio da Meta, em Usuários do sistema, e conecte de novo.',
  }),
  'token-invalid': (f) => ({
    message: `A Meta não aceita este token: está incompleto, venceu ou foi revogado. ${kept(f)}`,
    hint: 'Copie o token inteiro de novo ou gere outro nas Configurações do negócio da Meta, em Usuários do sistema.',
  }),
  'no-permission': (f) => ({
    message: `O token não tem permissão para ler ${account(f)}. ${kept(f)}`,
    hint: 'Nas Configurações do negócio da Meta, atribua a conta ao usuário do sistema e gere um token com whatsapp_business_management.',
  }),
  'account-not-found': (f) => ({
    message: `A Meta não encontra uma conta do WhatsApp ${withFact(f, 'account', 'com o ID %', 'com esse ID')} para o seu token. ${kept(f)}`,
    hint: 'Confira o ID no Gerenciador do WhatsApp (só dígitos, não é o telefone) e se o token tem essa conta.',
  }),
  'account-restricted': (f) => ({
    message: `A Meta restringiu ${account(f)}, por política ou pagamento. ${kept(f)}`,
    hint: 'Abra o Gerenciador do WhatsApp, resolva o que ele pede sobre a conta ou o pagamento e sincronize de novo.',
  }),
  'rate-limited': (f) => ({
    message: `A Meta pediu uma pausa: foram pedidos demais na última hora. ${kept(f)}`,
    hint: `Espere ${wait(f)} e sincronize de novo; continua de onde parou.`,
  }),
  'insights-off': (f) => ({
    message: `As métricas de modelos estão desativadas para ${account(f)}. ${kept(f)}`,
    hint: 'Um administrador pode ativá-las em Insights, no Gerenciador do WhatsApp. A Meta só conta a partir daí, sem volta.',
  }),
  'insights-unavailable': (f) => ({
    message: `A Meta não oferece métricas de modelos para ${account(f)}. ${kept(f)}`,
    hint: 'Isso acontece em algumas regiões e em contas novas. Escolha outra conta ou fale com o suporte da Meta.',
  }),
  coexistence: (f) => ({
    message: `A Meta não dá números de modelos para contas usadas também no app WhatsApp Business. ${kept(f)}`,
    hint: 'Escolha uma conta cujos números estejam só na Plataforma do WhatsApp Business.',
  }),
  'meta-busy': (f) => ({
    message: `A Meta não deu uma resposta aproveitável, mesmo após várias tentativas. ${kept(f)}`,
    hint: 'Costuma passar logo. Sincronize de novo em alguns minutos.',
  }),
  network: (f) => ({
    message: `Não foi possível falar com a Meta. ${kept(f)}`,
    hint: 'Verifique a conexão e sincronize de novo em alguns minutos.',
  }),
  'bad-response': (f) => ({
    message: `A resposta da Meta veio em um formato em que não dá para confiar, e nada dela foi usado. ${kept(f)}`,
    hint: 'Sincronize mais tarde. Se continuar, avise e cite esta página da Meta: '.concat(
      withFact(f, 'endpoint', '%.', 'desconhecida.'),
    ),
  }),
  'request-refused': (f) => ({
    message: `A Meta recusou o pedido${withFact(f, 'code', ' (código %)', '')}. ${kept(f)}`,
    hint: 'Escolha menos dias ou modelos e sincronize de novo. Se continuar, informe o código ao suporte.',
  }),
  'bad-input': (f) => ({
    message: `${UNUSABLE[fact(f, 'what')] ?? 'Não dá para usar algo que foi informado.'} ${kept(f)}`,
    hint: REMEDIES[fact(f, 'what')] ?? 'Confira na barra lateral e tente de novo.',
  }),
  'unknown-template': (f) => ({
    message: `${withFact(f, 'template', 'O modelo "%"', withFact(f, 'id', 'O modelo %', 'Um modelo escolhido'))} não está nesta conta. ${kept(f)}`,
    hint: 'Ele pode ter sido excluído ou renomeado. Recarregue a lista de modelos na barra lateral e escolha de novo.',
  }),
  'out-of-reach': (f) => ({
    message: `A Meta guarda os números de modelos por 90 dias, e essas datas são anteriores. ${kept(f)}`,
    hint: fact(f, 'reach')
      ? `Escolha datas a partir de ${day(fact(f, 'reach'))}.`
      : 'Escolha datas mais recentes. Os dias já sincronizados continuam na planilha.',
  }),
  'sheet-changed': (f) => ({
    message: `O cabeçalho ${withFact(f, 'tab', 'da aba "%"', 'de uma aba de dados')} mudou: falta uma coluna nossa. ${kept(f)}`,
    hint: 'Desfaça a mudança ou restaure a aba em Arquivo > Histórico de versões e sincronize de novo.',
  }),
  'tab-protected': (f) => ({
    message: `${withFact(f, 'tab', 'A aba "%"', 'Uma aba')} está protegida e você não pode editá-la. ${kept(f)}`,
    hint: 'Peça acesso ao dono em Dados > Proteger páginas e intervalos e sincronize de novo.',
  }),
  'sync-running': (f) => ({
    message: `${withFact(f, 'who', '% está sincronizando esta planilha', 'Outra sincronização desta planilha está em andamento')} agora. ${kept(f)}`,
    hint: 'Espere terminar; as linhas também servem para você. Se não terminar, tente de novo em 10 minutos.',
  }),
  'no-space': (f) => ({
    message: `As novas linhas passariam dos 10 milhões de células que uma planilha comporta. ${kept(f)}`,
    hint: 'Exclua abas ou colunas vazias de que não precisa ou sincronize em uma planilha nova.',
  }),
  unexpected: (f) => ({
    message: `Aconteceu algo que não prevíamos. ${kept(f)}`,
    hint: 'Tente de novo. Se acontecer outra vez, avise o que você fez logo antes.',
  }),
};
