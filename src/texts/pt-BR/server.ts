// Brazilian Portuguese sentences of the server: errors, formulas, notices.
import type { ServerWords } from '../server-words';
import { functions } from './functions';

export const server: ServerWords = {
  writing: { day: '{day}/{month}/{year}', months: [], group: '.', decimal: ',' },
  errors: {
    'not-connected': [
      'Você ainda não está conectado à Meta.',
      'Cole seu token de acesso da Meta na barra lateral e clique em Conectar.',
    ],
    'no-account': [
      'Nenhuma conta do WhatsApp foi escolhida ainda.',
      'Escolha uma conta na barra lateral ou digite o ID que aparece no Gerenciador do WhatsApp.',
    ],
    'token-expired': [
      'Seu token de acesso da Meta expirou.',
      'Gere um novo nas Configurações do negócio da Meta, em Usuários do sistema, e conecte de novo.',
    ],
    'token-invalid': [
      'A Meta não aceita este token: está incompleto, venceu ou foi revogado.',
      'Copie o token inteiro de novo ou gere outro nas Configurações do negócio da Meta, em Usuários do sistema.',
    ],
    'no-permission': [
      'O token não tem permissão para ler {account?:a conta %|esta conta}.',
      'Nas Configurações do negócio da Meta, atribua a conta ao usuário do sistema e gere um token com whatsapp_business_management.',
    ],
    'account-not-found': [
      'A Meta não encontra uma conta do WhatsApp {account?:com o ID %|com esse ID} para o seu token.',
      'Confira o ID no Gerenciador do WhatsApp (só dígitos, não é o telefone) e se o token tem essa conta.',
    ],
    'account-restricted': [
      'A Meta restringiu {account?:a conta %|esta conta}, por política ou pagamento.',
      'Abra o Gerenciador do WhatsApp, resolva o que ele pede sobre a conta ou o pagamento e sincronize de novo.',
    ],
    'rate-limited': [
      'A Meta pediu uma pausa: foram pedidos demais na última hora.',
      'Espere {minutes?:uns % min|alguns minutos} e sincronize de novo; continua de onde parou.',
    ],
    'insights-off': [
      'As métricas de modelos estão desativadas para {account?:a conta %|esta conta}.',
      'Um administrador pode ativá-las em Insights, no Gerenciador do WhatsApp. A Meta só conta dali em diante; não tem volta.',
    ],
    'insights-unavailable': [
      'A Meta não oferece métricas de modelos para {account?:a conta %|esta conta}.',
      'Isso acontece em algumas regiões e em contas novas. Escolha outra conta ou fale com o suporte da Meta.',
    ],
    coexistence: [
      'A Meta não dá números de modelos para contas usadas também no app WhatsApp Business.',
      'Escolha uma conta cujos números estejam só na Plataforma do WhatsApp Business.',
    ],
    'meta-busy': [
      'A Meta não deu uma resposta aproveitável, mesmo após várias tentativas.',
      'Costuma passar logo. Sincronize de novo em alguns minutos.',
    ],
    network: [
      'Não foi possível falar com a Meta.',
      'Verifique a conexão e sincronize de novo em alguns minutos.',
    ],
    'bad-response': [
      'A resposta da Meta veio em um formato em que não dá para confiar, e nada dela foi usado.',
      'Sincronize mais tarde. Se continuar, avise e cite esta página da Meta: {endpoint|desconhecida}.',
    ],
    'request-refused': [
      'A Meta recusou o pedido{code?: (código %)|}.',
      'Escolha menos dias ou modelos e sincronize de novo. Se continuar, informe o código ao suporte.',
    ],
    'bad-input': [
      'Não dá para usar algo que foi informado.',
      'Confira na barra lateral e tente de novo.',
    ],
    'unknown-template': [
      '{id?:O modelo %|Um modelo escolhido} não está nesta conta.',
      'Ele pode ter sido excluído ou renomeado. Recarregue a lista de modelos na barra lateral e escolha de novo.',
    ],
    'out-of-reach': [
      'A Meta guarda os números de modelos por 90 dias, e essas datas são anteriores.',
      '{reach?:Escolha datas a partir de %.|Escolha datas mais recentes. Os dias já sincronizados continuam na planilha.}',
    ],
    'sheet-changed': [
      '{tab?:Na aba "%"|Em uma aba de dados}, falta {column?:a coluna "%"|uma coluna nossa}.',
      'Desfaça a mudança, recupere a aba em Arquivo > Histórico de versões ou adicione a coluna de novo aqui. Depois, sincronize.',
    ],
    'key-column-missing': [
      '{tab?:Na aba "%"|Em uma aba de dados}, falta {column?:a coluna "%"|uma coluna de identificação}, e sem ela não dá para distinguir as linhas.',
      'Desfaça a mudança ou recupere a aba em Arquivo > Histórico de versões e sincronize de novo.',
    ],
    'tab-missing': [
      'A aba {tab?:"%"|com as linhas diárias} foi excluída.',
      'Recupere-a em Arquivo > Histórico de versões para manter suas colunas, ou recrie-a aqui com o que este arquivo guardou.',
    ],
    'cell-rule': [
      '{tab?:Na aba "%"|Em uma aba de dados}, {what?merged:células mescladas|uma regra de validação} em {cell|uma célula} {what?merged:interromperiam|interromperia} a gravação no meio.',
      'Remova {what?merged:a mesclagem|a regra} nesse lugar e {act?insert:insira|sincronize} de novo.',
    ],
    'sheet-busy': [
      'Linhas ou colunas {tab?:da aba "%"|de uma aba de dados} estavam sendo movidas enquanto gravávamos.',
      'Sincronize de novo quando ninguém estiver ordenando ou inserindo ali; as linhas já gravadas estão certas.',
    ],
    'tab-protected': [
      'Uma proteção impede você de editar {range?:o intervalo % da|a} aba {tab?:"%"|de dados}.',
      'Peça acesso ao dono em Dados > Proteger páginas e intervalos e {act?insert:insira|sincronize} de novo.',
    ],
    'sync-running': [
      '{who?schedule:A atualização diária|Outra sincronização} {since?:desta planilha está em andamento desde as %|desta planilha está em andamento agora}.',
      'Espere terminar; as linhas também servem para você. Se não terminar, tente de novo em {minutes|10} min.',
    ],
    'no-space': [
      '{cells?:Com as novas linhas, a planilha passaria a ter % milhões de células|As novas linhas não caberiam}; uma planilha comporta {limit|10} milhões.',
      'Exclua abas ou colunas vazias de que não precisa ou sincronize em uma planilha nova.',
    ],
    'too-many-templates': [
      '{count|Tantos} modelos com nomes tão longos são mais do que o índice das fórmulas comporta.',
      'Escolha menos contas para esta planilha, deixe as outras em uma segunda e sincronize de novo.',
    ],
    'google-limit': [
      'O limite diário do Google para este complemento acabou.',
      'Ele recomeça em até 24 horas. Sincronize amanhã; continua de onde parou.',
    ],
    'no-cell': [
      'Nenhuma célula está selecionada.',
      'Clique na célula onde a fórmula deve ficar e insira de novo.',
    ],
    'own-tab': [
      'As sincronizações cuidam {tab?:da aba "%"|desta aba}, por isso uma fórmula não tem lugar seguro nela.',
      'Clique em uma célula vazia de uma aba sua e insira de novo.',
    ],
    'cell-taken': [
      '{size?:A resposta precisa de %, mas |}{cell|A célula} não está vazia.',
      'Clique em {size?:uma célula com células vazias suficientes abaixo e ao lado|uma célula vazia} e insira de novo.',
    ],
    'formula-refused': [
      '{why|A fórmula só mostraria um erro.}',
      'Mude o que você escolheu e insira de novo.',
    ],
    'authorization-needed': [
      'O Google pede que você autorize de novo o Ledger for WhatsApp.',
      'Abra Extensões > Ledger for WhatsApp > Abrir barra lateral, autorize e sincronize de novo.',
    ],
    unexpected: [
      'Aconteceu algo que não prevíamos.',
      'Tente de novo. Se acontecer outra vez, avise o que você fez logo antes.',
    ],
  },
  kept: { nothing: 'Nada mudou na planilha.', part: 'O que já foi gravado continua lá.' },
  unusable: {
    token: ['Não dá para usar o token assim.', 'Copie-o de novo, inteiro e sem espaços.'],
    account: ['Não dá para usar a conta assim.', ''],
    accountId: [
      'Não dá para usar esse ID de conta: ele só tem dígitos.',
      'Copie-o do Gerenciador do WhatsApp.',
    ],
    ids: ['Não dá para usar essa escolha de contas.', ''],
    dates: [
      'Não dá para usar essas datas: a primeira não pode vir depois da última.',
      'Escolha as datas de novo e sincronize.',
    ],
    from: ['Não dá para usar o primeiro dia.', 'Escolha as datas de novo e sincronize.'],
    to: ['Não dá para usar o último dia.', 'Escolha as datas de novo e sincronize.'],
    future: ['Essas datas estão no futuro.', 'Escolha datas até hoje e sincronize de novo.'],
    preset: ['Esse período não existe.', 'Escolha as datas de novo e sincronize.'],
    templates: [
      'Não dá para usar essa escolha de modelos.',
      'Escolha pelo menos um modelo, ou todos, e sincronize de novo.',
    ],
    cursor: [
      'Não dá mais para continuar a sincronização que tinha começado.',
      'Comece a sincronização de novo; os dias já gravados não são buscados outra vez.',
    ],
  },
  formulas: {
    'nothing-synced':
      'Ainda não há nada sincronizado neste arquivo: abra Extensões > Ledger for WhatsApp > Abrir barra lateral e clique em Sincronizar.',
    'index-damaged':
      'A aba oculta "WA Index" foi alterada e não dá para confiar nos números dela: abra Extensões > Ledger for WhatsApp > Abrir barra lateral e clique em Sincronizar, que a refaz.',
    'no-selection':
      'Nenhuma data ou modelo foi sincronizado na barra lateral: sincronize uma vez, ou informe modelo e datas, como em =WA_SPENT("promo";"2026-11-01";"2026-11-30").',
    'template-unknown':
      'Não existe o modelo "{name}" neste arquivo: confira o nome ou sincronize a conta que o tem.',
    'template-guess': 'Não existe o modelo "{name}" neste arquivo: você quis dizer "{guess}"?',
    'id-as-number':
      'Este ID tem mais dígitos do que o Sheets guarda em um número: escreva-o como texto, entre aspas, como em "12345678901234567".',
    'template-bad': 'O modelo deve ser um nome, um ID ou um padrão como "promo_*".',
    'account-unknown': 'Não existe a conta "{name}" neste arquivo, só {known}.',
    'date-bad':
      '"{value}" não é um dia: use uma célula com data, "2026-11-01", um mês como "2026-11" ou uma palavra como "last_30_days".',
    'date-guess': '"{value}" não é um dia nem uma palavra conhecida: você quis dizer "{guess}"?',
    'end-bad':
      '"{value}" não é um último dia: use uma célula com data, "2026-11-30", ou "day", "week", "month", "quarter" ou "year".',
    'date-missing':
      'O último dia foi informado, mas falta o primeiro: informe os dois ou deixe os dois vazios.',
    'no-complete-day':
      '"{keyword}" conta a partir do último dia completo, e ainda não há nenhum: sincronize de novo amanhã, ou informe o primeiro e o último dia.',
    'dates-reversed': 'O primeiro dia {from} vem depois do último dia {to}: troque um pelo outro.',
    'keyword-with-end': '"{keyword}" já diz os dois dias: deixe o último dia vazio.',
    'before-coverage':
      'O dia {day} nunca foi buscado, pois o histórico começa em {first}; isto funciona: {formula}',
    gap: 'O dia {day} nunca foi buscado: sincronize estas datas na barra lateral, ou use o que já funciona: {formula}',
    'needs-all':
      'Um padrão ou "*" precisa do histórico de todos os modelos, mas só alguns foram sincronizados: sincronize uma vez com "Todos os modelos".',
    'never-fetched':
      'Nenhum dia deste modelo foi buscado ainda: escolha as datas na barra lateral e clique em Sincronizar.',
    'two-currencies':
      'Estes modelos são pagos em moedas diferentes ({currencies}), que não se somam: informe também a conta.',
    shapes:
      'Os intervalos não combinam, um tem {a} células e o outro {b} na mesma direção: use o mesmo tamanho, ou uma coluna com uma linha.',
    'too-many-arguments': 'Valores demais: {name} aceita {parameters}, nesta ordem.',
    'button-guess': 'Estes modelos não têm o botão "{name}": você quis dizer "{guess}"?',
    'button-bad': 'O botão deve ser o texto dele, entre aspas, como em "Ver ofertas".',
    'one-value':
      '{name} responde com uma tabela, por isso o valor "{parameter}" deve ser um só valor ou uma só célula, não um intervalo.',
    'live-place': 'WA_LIVE deve ser o último valor: coloque-o depois de todos os outros.',
    'metric-missing':
      'Diga primeiro qual número, como em "gasto", "cliques" ou "custo por clique".',
    'metric-unknown':
      'Não existe um número chamado "{name}": use um nome como "gasto", "cliques" ou "custo por clique".',
    'metric-guess': 'Não existe um número chamado "{name}": você quis dizer "{guess}"?',
    'by-bad':
      '"{value}" não divide uma tabela em linhas: use "day", "week" ou "month", ou deixe vazio.',
    'last-sync-argument': 'Use =WA_LAST_SYNC(WA_SYNCED).',
  },
  parameters: functions.parameters,
  inCell: 'Linha {row}, coluna {column} da resposta: ',
  notices: {
    clipped:
      'A Meta guarda só 90 dias e por isso responde a partir de {reach}. É normal: o que a planilha já tem de dias anteriores continua nela.',
    dropped:
      '{count} {count?1:número|números} da Meta não {count?1:correspondia|correspondiam} a um dia ou modelo pedido e {count?1:ficou|ficaram} de fora.',
    'missing-templates':
      'A Meta recusou {count} {count?1:modelo, talvez excluído|modelos, talvez excluídos} agora. As linhas {count?1:dele|deles} ficam como estão.',
    'moved-rows':
      'Linhas foram ordenadas, incluídas ou excluídas à mão; a aba inteira foi lida uma vez para encontrar cada linha.',
    'tab-was-missing': 'A aba "{tab}" não existia mais e foi criada de novo.',
    doubted:
      'A Meta respondeu só zeros para {day}, mas a planilha tem mensagens nesse dia. Os números antigos ficam e o dia será pedido de novo.',
    'copied-rows':
      'Há {count} {count?1:linha copiada|linhas copiadas} à mão, a primeira na linha {row}. Não mexemos {count?1:nela|nelas}, e as fórmulas contam cada original uma vez só.',
    'kept-counts':
      'A Meta descartou leituras ou cliques de dias com mais de 7 dias. A planilha mantém as contagens anteriores em {count} {count?1:linha|linhas}.',
    rebuilt:
      'O índice oculto que as fórmulas usam estava danificado ou não existia mais. Ele foi refeito a partir das linhas da planilha.',
    'new-fields':
      'A Meta enviou números que este complemento ainda não conhece{names?:: %|}. Eles ficaram de fora; todo o resto foi gravado.',
    'account-refused':
      '{account?:A conta "%"|Uma conta} ficou de fora, e as linhas dela ficam como estão; as outras foram sincronizadas. {why|Sincronize de novo mais tarde.}',
    'no-cost':
      'A Meta não informa gastos {account?:da conta "%"|de uma conta}, como acontece com contas cobradas por um parceiro. Gasto e as colunas de custo ficam vazias nela; todo o resto foi gravado.',
    'metrics-refused':
      'A Meta recusa alguns números {account?:da conta "%"|de uma conta}: {names|parte deles}. As colunas ficam vazias, e a nota de cada cabeçalho avisa; todo o resto foi gravado.',
    'no-marketing':
      'A Meta não envia números de Marketing Messages {account?:da conta "%"|de uma conta}. Os números da Cloud API estão completos.',
    'zone-changed':
      '{account?:A conta "%"|Uma conta} agora conta os dias no fuso horário {zone}. As linhas anteriores ficam nos dias em que foram contadas.',
    'currency-changed':
      '{account?:A conta "%"|Uma conta} agora é cobrada em {currency}. As linhas anteriores mantêm a moeda delas; as duas nunca são somadas.',
    'finished-earlier':
      'Uma sincronização anterior tinha sido interrompida. As linhas dela foram conferidas e completadas: nada falta, nada está repetido.',
    'restored-rows':
      '{count} {count?1:linha que tinha sumido da planilha voltou|linhas que tinham sumido da planilha voltaram}.',
    'half-full':
      'Este arquivo tem {cells} milhões de células, mais da metade dos 10 milhões que uma planilha comporta. Exclua abas ou colunas vazias de que não precisa.',
    'compare-missing':
      'As variações em WA Templates ficam vazias onde este arquivo não tem todos os dias de comparação: falta {day}. Sincronize esses dias também, ou compare com outros.',
    'comparison-protected':
      'A aba "{tab}" não foi atualizada: está protegida, ou tem células mescladas ou uma regra nas células. Todo o resto foi gravado.',
    'comparison-space':
      'A aba "{tab}" não foi criada: o arquivo passaria dos 10 milhões de células de uma planilha. Todo o resto foi gravado.',
  },
};
