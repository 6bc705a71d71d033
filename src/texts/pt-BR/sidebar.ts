// Every Brazilian Portuguese text of the sidebar.

import type { SidebarTexts } from '../en/sidebar';
import { functions } from './functions';
import { titles } from './titles';

/** As people say the hour: “perto da 1h”, “perto das 5h”. */
const around = (hour: number): string => `perto ${hour === 1 ? 'da' : 'das'} ${hour}h`;
const rows = (count: number, shown: string) => (count === 1 ? '1 linha' : `${shown} linhas`);

export const sidebar: SidebarTexts = {
  loading: 'Abrindo seu painel…',
  back: 'Voltar',
  or: 'ou',

  steps: {
    label: 'Primeiros passos',
    connect: 'Conectar',
    accounts: 'Conta',
    sync: 'Primeira tabela',
  },

  connect: {
    title: 'Conectar o WhatsApp',
    intro:
      'Cole um token de acesso da Meta. Com ele, esta planilha consegue ler os números da sua conta.',
    token: 'Token de acesso',
    privacy: 'O token fica na sua conta do Google e nunca é gravado na planilha.',
    where: 'Onde encontro o token?',
    whereSteps: [
      'Abra as Configurações do negócio na Meta. Você precisa ser administrador.',
      'Em Usuários, clique em Usuários do sistema e escolha um ou adicione outro.',
      'Clique em Atribuir ativos, marque sua conta do WhatsApp e salve.',
      'Clique em Gerar token, escolha seu app, marque whatsapp_business_management e defina que ele nunca expira.',
      'Copie o token e cole aqui em cima.',
    ],
    openMeta: 'Abrir Configurações do negócio',
    haveId: 'Tenho o ID da conta',
    accountId: 'ID da conta (opcional)',
    accountIdHelp:
      'Só é preciso quando o token não consegue listar as contas. Ele está no Gerenciador do WhatsApp, em Ferramentas da conta.',
    badId: 'O ID da conta só tem números, por exemplo 102290129340398.',
    missingToken: 'Cole o token primeiro.',
    submit: 'Conectar',
    working: 'Consultando a Meta…',
  },

  accounts: {
    title: 'Escolha sua conta',
    intro: 'Estas são as contas do WhatsApp Business que seu token consegue ver.',
    none: 'Seu token funciona, mas a Meta não informa quais contas ele consegue ver. Isso acontece quando o token não tem a permissão business_management. Digite o ID: ele está no Gerenciador do WhatsApp, em Ferramentas da conta.',
    group: 'Contas',
    id: 'ID da conta',
    another: 'Adicionar outra pelo ID',
    missing: 'Escolha pelo menos uma conta.',
    submit: 'Continuar',
    working: 'Verificando a conta…',
    noCurrency: 'moeda não informada',
    expires: (day) => `Este token vale até ${day}.`,
  },

  dates: {
    title: 'Datas',
    preset: 'Período',
    names: {
      today: 'Hoje',
      yesterday: 'Ontem',
      last_7_days: 'Últimos 7 dias',
      last_14_days: 'Últimos 14 dias',
      last_28_days: 'Últimos 28 dias',
      last_30_days: 'Últimos 30 dias',
      last_90_days: 'Últimos 90 dias',
      this_week: 'Esta semana',
      last_week: 'Semana passada',
      this_month: 'Este mês',
      last_month: 'Mês passado',
      this_quarter: 'Este trimestre',
      this_year: 'Este ano',
      last_year: 'Ano passado',
      last_12_months: 'Últimos 12 meses',
      custom: 'Personalizado',
    },
    compare: 'Comparar com',
    comparisons: {
      none: 'Sem comparação',
      previous: 'Período anterior',
      weekday: 'Anterior (mesmos dias da semana)',
      year: 'Ano anterior',
    },
    compared: (days) => `Compara com ${days}.`,
    comparedGap: 'A planilha não tem todos eles, então algumas variações podem ficar vazias.',
    from: 'Primeiro dia',
    to: 'Último dia',
    days: (count, shown) => (count === 1 ? '1 dia' : `${shown} dias`),
    missing: 'Escolha o primeiro e o último dia.',
    reversed: 'O último dia vem antes do primeiro.',
    future: 'Esses dias ainda não chegaram.',
    reachEdge: (reach) =>
      `A Meta guarda só 90 dias. Você recebe tudo o que ela ainda tem, a partir de ${reach}.`,
    reachNone: (reach) =>
      'A Meta só informa a partir de ' +
      reach +
      '. Os dias anteriores não estão nesta planilha e não dá mais para buscá-los.',
    reachSome: (reach, held) =>
      'A Meta só informa a partir de ' +
      reach +
      '. Dos dias anteriores, a planilha já tem ' +
      held +
      '.',
    reachAll: (reach) =>
      'A Meta só informa a partir de ' +
      reach +
      '. Os dias anteriores vêm do que esta planilha já tem.',
  },

  templates: {
    title: 'Modelos de mensagem',
    all: 'Todos os modelos',
    some: 'Escolher…',
    reading: 'Lendo seus modelos…',
    search: 'Buscar modelos',
    searchHint: 'Nome, mensagem, botão, idioma…',
    list: 'Modelos encontrados',
    selectShown: (shown) => `Marcar todos os exibidos (${shown})`,
    clear: 'Limpar',
    chosen: (count, shown) => (count === 1 ? '1 escolhido' : `${shown} escolhidos`),
    noMatch: 'Nenhum modelo corresponde à busca.',
    empty: 'Esta conta ainda não tem modelos.',
    scopeNote: 'O histórico dos outros modelos não é guardado, e a Meta o apaga depois de 90 dias.',
    missing: 'Escolha pelo menos um modelo.',
    gone: (count, shown) =>
      count === 1
        ? '1 modelo escolhido não aparece mais na lista da Meta.'
        : `${shown} modelos escolhidos não aparecem mais na lista da Meta.`,
    buttons: 'Botões:',
    languages: (shown) => `${shown} idiomas`,
    unlisted: 'Não está mais na Meta; histórico mantido',
    unlistedShort: 'Não está mais na Meta',
    more: 'Ver a mensagem inteira',
    less: 'Ver menos',
    filters: { category: 'Categoria', language: 'Idioma', status: 'Situação' },
    anyOf: { category: 'Categoria: todas', language: 'Idioma: todos', status: 'Situação: todas' },
    noneFiltered: 'Nenhum modelo corresponde à busca e aos filtros.',
    removeFilters: 'Remover os filtros',
    qualities: {
      GREEN: 'Qualidade alta',
      YELLOW: 'Qualidade média',
      RED: 'Qualidade baixa',
    },
    categories: {
      MARKETING: 'Marketing',
      UTILITY: 'Utilidade',
      AUTHENTICATION: 'Autenticação',
    },
    statuses: {
      APPROVED: 'Aprovado',
      PENDING: 'Em análise',
      REJECTED: 'Rejeitado',
      PAUSED: 'Pausado',
      DISABLED: 'Desativado',
      IN_APPEAL: 'Em recurso',
      PENDING_DELETION: 'Sendo excluído',
      DELETED: 'Excluído',
      LIMIT_EXCEEDED: 'Limite atingido',
      ARCHIVED: 'Arquivado',
    },
  },

  main: {
    title: 'Sincronizar seus modelos',
    account: 'Conta',
    lastSync: (when) => `Última sincronização: ${when}`,
    neverSynced: 'Nada sincronizado ainda',
    submit: 'Sincronizar',
  },

  daily: {
    title: 'Atualização diária',
    tick: 'Atualizar todos os dias',
    help: 'Funciona sozinha toda manhã, por volta das 5h, mesmo com a planilha fechada. Usa a sua conexão com a Meta, e você pode parar quando quiser.',
    why: 'A Meta apaga cada dia depois de uns 90 dias. Com a atualização diária, esta planilha guarda todos.',
    others: 'Outra pessoa deste arquivo já o atualiza todos os dias.',
    also: 'Atualizar também com a minha conexão',
    alsoHelp:
      'A atualização dela para se o token dela vencer. Com a sua também, a planilha continua em dia. Você pode parar a sua quando quiser.',
    lastSuccess: 'Último sucesso',
    lastFailure: 'Última falha',
    next: 'Próxima',
    never: 'nenhuma ainda',
    off: 'desativada',
    today: (hour) => `hoje, ${around(hour)}`,
    tomorrow: (hour) => `amanhã, ${around(hour)}`,
    onDay: (day, hour) => `${day}, ${around(hour)}`,
    soon: 'nas próximas horas',
    switching: 'Só um momento…',
    isOn: (next) => `A atualização diária está ativada. Próxima: ${next}.`,
    failedOn: 'Não deu para ativar a atualização diária.',
    failedOff: 'Não deu para desativar a atualização diária.',
    syncWorked: 'A sincronização em si deu certo.',
  },

  restore: {
    tab: 'Recriar a aba',
    column: 'Adicionar a coluna de novo',
    aboutTab:
      'Todas as linhas que este arquivo guardou voltam. As colunas, notas e cores que você pôs na aba excluída não voltam: só Arquivo > Histórico de versões as recupera.',
    aboutColumn:
      'Nossa coluna volta no fim da tabela. As fórmulas, notas e cores da coluna excluída não voltam: só Arquivo > Histórico de versões as recupera.',
    yesTab: 'Sim, recriar a aba',
    yesColumn: 'Sim, adicionar a coluna',
    no: 'Agora não',
    working: 'Recriando…',
    madeTab: (tab, count, shown) => `A aba “${tab}” voltou, com ${rows(count, shown)}.`,
    madeColumn: (tab, count, shown, filled) =>
      `${count === 1 ? '1 coluna foi adicionada' : `${shown} colunas foram adicionadas`} à aba “${tab}”, que tem ${filled} linhas.`,
    nothing: (tab) => `Não falta mais nada na aba “${tab}”.`,
    next: 'Sincronize agora para trazer os números mais recentes.',
    sync: 'Sincronizar agora',
  },

  insights: {
    offer: 'Ativar os insights de modelos',
    offerFor: (account) => `Ativar os insights de modelos da conta ${account}`,
    title: 'Ativar os insights de modelos?',
    account: 'De qual conta?',
    chooseAccount: 'Escolha uma conta',
    about:
      'A Meta passa a contar o que acontece com seus modelos: envios, entregas, leituras e cliques.',
    terms: [
      'Não tem volta: depois, nem a Meta consegue desativar.',
      'A Meta passa a rastrear os links dos botões de URL dos seus modelos e pode usar dados anonimizados das conversas.',
      'A contagem começa hoje. Nada do que veio antes é recuperado.',
      'Combine antes com quem é responsável pela conta.',
    ],
    understood: 'Entendo que isso não pode ser desfeito',
    yes: 'Ativar',
    no: 'Cancelar',
    working: 'Pedindo à Meta para ativar…',
    done: (account) => `Os insights de modelos estão ativados na conta ${account}.`,
    next: 'A Meta conta a partir de hoje. Os primeiros números podem levar um dia: sincronize de novo amanhã.',
  },

  formulas: {
    title: 'Fórmulas',
    intro: 'Números para as suas tabelas. Encontre um, veja o valor e coloque em uma célula.',
    search: 'Buscar fórmulas',
    searchHint: 'Custo por clique, lidas, tabela…',
    list: 'Fórmulas encontradas',
    noMatch:
      'Nenhuma fórmula combina com essas palavras. Tente outras, como custo, cliques ou tabela.',
    fillers:
      'a o as os um uma e de do da dos das por para pra com em no na ao meu minha qual quais quanto quanta quantos quantas que foi eu cada',
    summary: functions.summary,
    needs: functions.needs,
    parameters: functions.parameters,
    details: functions.details,
    metrics: titles,
    titles: {
      WA_BUTTON_CLICKS: 'Cliques em um botão',
      WA_CHANGE: 'Variação',
      WA_TABLE: 'Tabela',
      WA_SERIES: 'Um número ao longo do tempo',
      WA_TEMPLATES: 'Nomes dos modelos',
      WA_LAST_SYNC: 'Última sincronização',
      WA_COVERAGE: 'Dias que este arquivo tem',
    },
    back: 'Todas as fórmulas',
    about: 'O que ela aceita',
    fields: {
      metric: 'Número',
      metrics: 'Colunas',
      template: 'Modelos',
      dates: 'Datas',
      by: 'Linhas',
      button: 'Botão',
      account: 'Conta',
    },
    kinds: {
      selected: 'Os da última sincronização',
      one: 'Um modelo…',
      pattern: 'Nomes como…',
    },
    onlyCategory: (category) => `Só ${category}`,
    pattern: 'Parte do nome, * vale por qualquer texto',
    buttonHint: 'O texto dele; vazio para todos',
    selectedDays: 'Os dias da última sincronização',
    allAccounts: 'Todas as contas',
    rows: {
      template: 'Uma por modelo',
      day: 'Uma por dia',
      week: 'Uma por semana',
      month: 'Uma por mês',
    },
    missing: {
      template: 'Escolha um modelo.',
      pattern: 'Digite uma parte do nome.',
      metrics: 'Escolha pelo menos uma coluna.',
    },
    readTemplates: 'Mostrar os modelos',
    value: 'Valor',
    asking: 'Calculando…',
    empty: 'Vazio: a Meta não informa esse número, ou não há pelo que dividir.',
    more: (count, shown) => (count === 1 ? 'e mais 1 linha' : `e mais ${shown} linhas`),
    formula: 'Fórmula',
    insert: 'Inserir na célula selecionada',
    insertHelp: 'Antes, selecione uma célula vazia na planilha. Nada é sobrescrito.',
    inserting: 'Inserindo…',
    inserted: (cell, tab) => `A fórmula está em ${cell}, na aba “${tab}”.`,
  },

  reports: {
    title: 'Relatório de um modelo',
    intro:
      'Uma aba para um só modelo, com as datas da última sincronização: totais, custos, cada dia, botões e um gráfico. Cada sincronização a mantém em dia.',
    choose: 'Escolher um modelo',
    make: 'Criar o relatório',
    making: 'Criando o relatório…',
    made: (tab) => `O relatório está na aba “${tab}”.`,
    existing: 'Seus relatórios',
    open: 'Abrir',
    update: 'Atualizar',
    updateTab: (tab) => `Atualizar ${tab}`,
  },

  fresh: {
    title: 'Fórmulas que não se atualizam',
    intro:
      'O Google Planilhas só recalcula uma fórmula quando algo dentro dela muda. O WA_LIVE muda a cada sincronização: a fórmula que o tem está sempre em dia.',
    many: (shown: string) =>
      `Este arquivo tem ${shown} fórmulas nossas, e o Google Planilhas calcula cada uma separadamente. Uma fórmula sobre um intervalo, ou WA_TABLE, dá os mesmos números de uma vez.`,
    look: 'Procurar',
    lookAgain: 'Procurar de novo',
    looking: 'Procurando nas suas fórmulas…',
    lacking: (count, shown) =>
      count === 1 ? '1 fórmula ainda não tem:' : `${shown} fórmulas ainda não têm:`,
    list: 'Fórmulas sem WA_LIVE',
    now: 'Fórmula agora',
    becomes: 'Fórmula depois',
    more: (count, shown) =>
      count === 1 ? 'E mais 1, que não aparece aqui.' : `E mais ${shown}, que não aparecem aqui.`,
    add: (count, shown) =>
      count === 1 ? 'Colocar WA_LIVE nela' : `Colocar WA_LIVE em todas as ${shown}`,
    adding: 'Colocando WA_LIVE…',
    added: (count, shown) =>
      count === 0
        ? 'Nenhuma fórmula foi alterada.'
        : `${count === 1 ? '1 fórmula foi alterada' : `${shown} fórmulas foram alteradas`}. De agora em diante, cada sincronização ${count === 1 ? 'a' : 'as'} atualiza.`,
    skipped: (count, shown) =>
      count === 1
        ? '1 fórmula ficou como estava: a célula é protegida, ou alguém a alterou agora mesmo.'
        : `${shown} fórmulas ficaram como estavam: as células são protegidas, ou alguém as alterou agora mesmo.`,
    left: (count, shown) =>
      `${count === 1 ? 'Falta 1 fórmula' : `Faltam ${shown} fórmulas`}. Não há espaço para lembrar mais textos anteriores.`,
    goOn: 'Continuar e manter o que já foi alterado',
    undo: (count, shown) =>
      count === 1 ? 'Desfazer em 1 fórmula' : `Desfazer em ${shown} fórmulas`,
    undoing: 'Desfazendo…',
    restored: (count, shown) =>
      count === 0
        ? 'Nenhuma fórmula voltou ao que era.'
        : `${count === 1 ? '1 fórmula voltou ao que era' : `${shown} fórmulas voltaram ao que eram`}.`,
    kept: (count, shown) =>
      count === 1
        ? '1 fórmula fica como está: alguém a alterou depois, ou a célula é protegida.'
        : `${shown} fórmulas ficam como estão: alguém as alterou depois, ou as células são protegidas.`,
    allWell: (count, shown) =>
      count === 1
        ? 'Tudo certo: cada sincronização atualiza a sua fórmula.'
        : `Tudo certo: cada sincronização atualiza todas as suas ${shown} fórmulas.`,
    none: 'Nada a fazer: nenhuma fórmula aqui está sem WA_LIVE.',
  },

  history: {
    title: 'Histórico',
    intro: 'Os dias que esta planilha tem, com todos os modelos.',
    held: (count, shown) => (count === 1 ? '1 dia na planilha' : `${shown} dias na planilha`),
    open: (count, shown) =>
      count === 1
        ? 'Falta 1 dia. A Meta ainda o tem.'
        : `Faltam ${shown} dias. A Meta ainda os tem.`,
    lost: (count, shown) =>
      count === 1
        ? 'Falta 1 dia. A Meta não o tem mais.'
        : `Faltam ${shown} dias. A Meta não os tem mais.`,
    fetch: 'Buscar os dias que faltam',
    fetchThese: (days) => `Buscar os dias que faltam: ${days}`,
    earlier: (count, shown) =>
      count === 1 ? 'Antes disso há mais um período.' : `Antes disso há mais ${shown} períodos.`,
  },

  progress: {
    title: 'Sincronizando',
    starting: 'Consultando a Meta…',
    steps: (done, total) => `${done} de ${total} etapas`,
    soFar: (added, addedShown, changed, changedShown) =>
      rows(added, addedShown) +
      (added === 1 ? ' adicionada, ' : ' adicionadas, ') +
      (changed === 0
        ? 'nenhuma alterada'
        : changedShown + (changed === 1 ? ' alterada' : ' alteradas')),
    cancel: 'Cancelar',
    stopping: 'Parando…',
    keepOpen: 'Deixe esta barra aberta. Enquanto isso, você pode usar a planilha.',
  },

  result: {
    done: 'Pronto',
    upToDate: 'Tudo já estava em dia',
    stopped: 'Interrompido',
    stoppedText:
      'O que já foi gravado continua na planilha. A próxima sincronização busca o restante.',
    stoppedEmpty: 'Nada foi gravado. A próxima sincronização começa de novo.',
    keptText: (count, shown) =>
      count === 1
        ? 'Antes disso, 1 linha foi gravada. Ela continua na planilha.'
        : `Antes disso, ${rows(count, shown)} foram gravadas. Elas continuam na planilha.`,
    dates: 'Datas',
    added: 'Linhas adicionadas',
    changed: 'Linhas alteradas',
    restated: 'Corrigidas pela Meta',
    held: 'Preservadas',
    requests: 'Consultas à Meta',
    explain: 'O que isso quer dizer?',
    explainChanged: 'Alteradas: linhas que já estavam na planilha e agora têm números novos.',
    explainRestated:
      'Corrigidas: as linhas alteradas cujo dia já tinha terminado. A Meta corrigiu os números depois.',
    explainHeld:
      'Preservadas: em dias com mais de uma semana, a Meta passa a informar menos leituras, respostas ou cliques, porque descarta essas contagens. A planilha mantém os números anteriores.',
    compare: 'Ver comparação dos modelos',
    open: (tab) => `Abrir ${tab}`,
    notices: 'Vale saber',
    nextTitle: 'Use na sua própria planilha',
    nextText: 'Ponha o primeiro dia em A1 e o último em A2. Depois cole isto em qualquer célula:',
    nextSimple:
      'Cole isto em qualquer célula. A fórmula usa as datas e os modelos que você acabou de sincronizar:',
    formula: 'Fórmula',
    copy: 'Copiar fórmula',
    copied: 'Copiada',
    copyByHand: 'Aperte Ctrl+C para copiar (Cmd+C no Mac).',
  },

  failure: {
    title: 'Não deu certo',
    tryAgain: 'Tentar de novo',
    connectAgain: 'Conectar de novo',
    changeAccount: 'Trocar de conta',
    reloadTemplates: 'Recarregar modelos',
    details: 'Detalhes técnicos',
    network: {
      message: 'A conexão com o Google caiu.',
      hint: 'Confira sua internet e tente de novo. O que já foi gravado continua na planilha.',
    },
    authorization: {
      message: 'O Google precisa da sua autorização para o complemento funcionar.',
      hint: 'Recarregue a página, abra o complemento pelo menu Extensões e aceite o que o Google pedir.',
    },
    severalAccounts: {
      message: 'O Google confundiu suas contas: há mais de uma conectada neste navegador.',
      hint: 'Abra esta planilha em uma janela anônima ou em um perfil do navegador com só uma conta do Google.',
    },
    tooLong: {
      message: 'O Google interrompeu o trabalho porque demorou demais.',
      hint: 'O que já foi gravado continua na planilha. Tente de novo: continua de onde parou.',
    },
    quota: {
      message: 'O limite do Google para esta conta se esgotou por enquanto.',
      hint: 'Espere um pouco e tente de novo. Se for o limite diário, ele é liberado em até 24 horas. O que já foi gravado continua na planilha.',
    },
    outdated: {
      message: 'Esta barra lateral é mais antiga que o complemento.',
      hint: 'Feche a barra lateral e abra de novo pelo menu Extensões.',
    },
    noAnswer: {
      message: 'O Google não respondeu.',
      hint: 'Espere um minuto e tente de novo. O que já foi gravado continua na planilha.',
    },
    stalled: {
      message: 'A sincronização não está avançando.',
      hint: 'O que já foi gravado continua na planilha. Espere alguns minutos e sincronize de novo.',
    },
    unexpected: {
      message: 'Aconteceu algo que não previmos.',
      hint: 'O que já foi gravado continua na planilha. Tente de novo; se acontecer outra vez, feche a barra lateral e abra de novo.',
    },
  },

  settings: {
    title: 'Configurações',
    token: (tail) => `Conectado com o token que termina em ${tail}`,
    changeAccounts: 'Trocar de conta',
    newToken: 'Usar outro token',
    language: 'Idioma',
    automatic: 'Automático',
    disconnect: 'Desconectar',
    confirm: 'Desconectar? O token é apagado. Tudo o que está na planilha continua.',
    confirmDaily: 'Sua atualização diária para.',
    confirmYes: 'Sim, desconectar',
    confirmNo: 'Continuar conectado',
    disconnecting: 'Desconectando…',
  },
};
