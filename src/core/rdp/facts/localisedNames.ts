// Names of folders and policies in nine languages: reports of group policy carry the translated name and neither key nor id. The ids of
// policies are those of the table of policies, where the English names are. Source: ADML files of about forty locales; the wording
// can differ between generations of the templates.

export const reportLanguages = ['de-de', 'fr-fr', 'es-es', 'it-it', 'pt-br', 'nl-nl', 'ru-ru', 'ja-jp', 'zh-cn'] as const;

export type ReportLanguage = (typeof reportLanguages)[number];

export interface LocalisedName {
  /** A policy's id, or the string id of a folder. */
  readonly id: string;
  /** For a folder. */
  readonly english?: string;
  readonly names: Readonly<Record<ReportLanguage, string>>;
}

export const localisedNameSource = { source: 'TerminalServer.adml in nine languages', confidence: 'H' } as const;

export const localisedNames = [
  {
    id: 'TS_GP_NODE',
    english: 'Remote Desktop Services',
    names: {
      'de-de': 'Remotedesktopdienste',
      'fr-fr': 'Services Bureau à distance',
      'es-es': 'Servicios de Escritorio remoto',
      'it-it': 'Servizi Desktop remoto',
      'pt-br': 'Serviços de Área de Trabalho Remota',
      'nl-nl': 'Extern bureaublad-services',
      'ru-ru': 'Службы удаленных рабочих столов',
      'ja-jp': 'リモート デスクトップ サービス',
      'zh-cn': '远程桌面服务',
    },
  },
  {
    id: 'TS_TERMINAL_SERVER',
    english: 'Remote Desktop Session Host',
    names: {
      'de-de': 'Remotedesktopsitzungs-Host',
      'fr-fr': 'Hôte de la session Bureau à distance',
      'es-es': 'Host de sesión de Escritorio remoto',
      'it-it': 'Host sessione di Desktop remoto',
      'pt-br': 'Host de Sessão da Área de Trabalho Remota',
      'nl-nl': 'Host extern-bureaubladsessie',
      'ru-ru': 'Узел сеансов удаленных рабочих столов',
      'ja-jp': 'リモート デスクトップ セッション ホスト',
      'zh-cn': '远程桌面会话主机',
    },
  },
  {
    id: 'TS_SECURITY',
    english: 'Security',
    names: {
      'de-de': 'Sicherheit',
      'fr-fr': 'Sécurité',
      'es-es': 'Seguridad',
      'it-it': 'Sicurezza',
      'pt-br': 'Segurança',
      'nl-nl': 'Beveiliging',
      'ru-ru': 'Безопасность',
      'ja-jp': 'セキュリティ',
      'zh-cn': '安全',
    },
  },
  {
    id: 'TS_CONNECTIONS',
    english: 'Connections',
    names: {
      'de-de': 'Verbindungen',
      'fr-fr': 'Connexions',
      'es-es': 'Conexiones',
      'it-it': 'Connessioni',
      'pt-br': 'Conexões',
      'nl-nl': 'Verbindingen',
      'ru-ru': 'Подключения',
      'ja-jp': '接続',
      'zh-cn': '连接',
    },
  },
  {
    id: 'TS_LICENSING',
    english: 'Licensing',
    names: {
      'de-de': 'Lizenzierung',
      'fr-fr': 'Gestionnaire de licences',
      'es-es': 'Licencias',
      'it-it': 'Gestione licenze',
      'pt-br': 'Licenciamento',
      'nl-nl': 'Licentieverlening',
      'ru-ru': 'Лицензирование',
      'ja-jp': 'ライセンス',
      'zh-cn': '授权',
    },
  },
  {
    id: 'TS_DISABLE_CONNECTIONS',
    names: {
      'de-de': 'Remoteverbindungen für Benutzer mithilfe der Remotedesktopdienste zulassen',
      'fr-fr': 'Autoriser les utilisateurs à se connecter à distance à l’aide des services Bureau à distance',
      'es-es': 'Permitir que los usuarios se conecten de forma remota mediante Servicios de Escritorio remoto',
      'it-it': 'Consenti la connessione remota tramite Servizi Desktop remoto',
      'pt-br': 'Permitir que os usuários se conectem remotamente usando os Serviços de Área de Trabalho Remota',
      'nl-nl': 'Gebruikers toestaan om extern te verbinden via Extern bureaublad-services',
      'ru-ru': 'Разрешить пользователям удаленное подключение с использованием служб удаленных рабочих столов',
      'ja-jp': 'ユーザーがリモート デスクトップ サービスを使ってリモート接続することを許可する',
      'zh-cn': '允许用户通过使用远程桌面服务进行远程连接',
    },
  },
  {
    id: 'TS_ENCRYPTION_POLICY',
    names: {
      'de-de': 'Verschlüsselungsstufe der Clientverbindung festlegen',
      'fr-fr': 'Définir le niveau de chiffrement de la connexion client',
      'es-es': 'Establecer el nivel de cifrado de conexión de cliente',
      'it-it': 'Imposta livello di crittografia connessione client',
      'pt-br': 'Definir o nível de criptografia da conexão de cliente',
      'nl-nl': 'Versleutelingsniveau van clientverbinding instellen',
      'ru-ru': 'Установить уровень шифрования для клиентских подключений',
      'ja-jp': 'クライアント接続の暗号化レベルを設定する',
      'zh-cn': '设置客户端连接加密级别',
    },
  },
  {
    id: 'TS_SECURITY_LAYER_POLICY',
    names: {
      'de-de': 'Verwendung einer bestimmten Sicherheitsstufe für Remoteverbindungen (RDP) ist erforderlich',
      'fr-fr': 'Nécessite l’utilisation d’une couche de sécurité spécifique pour les connexions distantes (RDP)',
      'es-es': 'Requerir el uso de un nivel de seguridad específico para conexiones remotas (RDP)',
      'it-it': "Richiedi l'utilizzo di un livello di sicurezza specificato per le connessioni remote (RDP)",
      'pt-br': 'Solicitar o uso de camada de segurança específica para conexões remotas (RDP)',
      'nl-nl': 'Gebruik van specifieke beveiligingslaag voor externe (RDP-)verbindingen vereisen',
      'ru-ru': 'Требовать использования специального уровня безопасности для удаленных подключений по протоколу RDP',
      'ja-jp': 'リモート (RDP) 接続に特定のセキュリティ レイヤーの使用を必要とする',
      'zh-cn': '远程 (RDP) 连接要求使用指定的安全层',
    },
  },
  {
    id: 'TS_USER_AUTHENTICATION_POLICY',
    names: {
      'de-de': 'Benutzerauthentifizierung mit Authentifizierung auf Netzwerkebene ist für Remoteverbindungen erforderlich',
      'fr-fr': 'Requérir l’authentification utilisateur pour les connexions à distance à l’aide de l’authentification au niveau du réseau',
      'es-es': 'Requerir la autenticación del usuario para las conexiones remotas mediante Autenticación a nivel de red',
      'it-it': 'Richiedi autenticazione utente tramite Autenticazione a livello di rete per le connessioni remote',
      'pt-br': 'Solicitar autenticação de usuário de conexões remotas usando Autenticação no Nível da Rede',
      'nl-nl': 'Gebruikersverificatie met verificatie op netwerkniveau vereisen voor externe verbindingen',
      'ru-ru': 'Требовать проверку подлинности пользователя для удаленных подключений путем проверки подлинности на уровне сети',
      'ja-jp': 'リモート接続にネットワーク レベル認証を使用したユーザー認証を必要とする',
      'zh-cn': '要求使用网络级别的身份验证对远程连接的用户进行身份验证',
    },
  },
  {
    id: 'TS_MAX_CON_POLICY',
    names: {
      'de-de': 'Anzahl der Verbindungen einschränken',
      'fr-fr': 'Limiter le nombre de connexions',
      'es-es': 'Limitar número de conexiones',
      'it-it': 'Limita il numero di connessioni',
      'pt-br': 'Número limite de conexões',
      'nl-nl': 'Het aantal verbindingen beperken',
      'ru-ru': 'Ограничить количество подключений',
      'ja-jp': '接続数を制限する',
      'zh-cn': '限制连接的数量',
    },
  },
  {
    id: 'TS_KEEP_ALIVE',
    names: {
      'de-de': '"Keep-Alive"-Verbindungsintervall konfigurieren',
      'fr-fr': 'Configurer l’intervalle de conservation des connexions',
      'es-es': 'Configurar intervalo entre mensajes de mantenimiento de conexión',
      'it-it': 'Configura intervallo keep-alive della connessione',
      'pt-br': 'Configurar intervalo de conexão de manutenção de funcionamento',
      'nl-nl': 'Keepalive-interval voor verbinding configureren',
      'ru-ru': 'Настроить интервал проверяемых на активность подключений',
      'ja-jp': 'キープアライブ接続間隔を構成する',
      'zh-cn': '配置活动连接的时间间隔',
    },
  },
  {
    id: 'TS_LICENSE_SERVERS',
    names: {
      'de-de': 'Angegebene Remotedesktop-Lizenzserver verwenden',
      'fr-fr': 'Utiliser les serveurs de licences Bureau à distance indiqués',
      'es-es': 'Usar los servidores de licencias de Escritorio remoto especificados',
      'it-it': 'Utilizza i server licenze di Desktop remoto specificati',
      'pt-br': 'Usar os servidores de licença da Área de Trabalho Remota especificados',
      'nl-nl': 'De opgegeven licentieservers van Extern bureaublad gebruiken',
      'ru-ru': 'Использовать указанные серверы лицензирования удаленных рабочих столов',
      'ja-jp': '指定のリモート デスクトップ ライセンス サーバーを使用する',
      'zh-cn': '使用指定的远程桌面许可证服务器',
    },
  },
  {
    id: 'TS_LICENSING_MODE',
    names: {
      'de-de': 'Remotedesktop-Lizenzierungsmodus festlegen',
      'fr-fr': 'Définir le mode de concession de licences des services Bureau à distance',
      'es-es': 'Establecer el modo de licencia de Escritorio remoto',
      'it-it': 'Imposta modalità gestione licenze Desktop remoto',
      'pt-br': 'Definir o modo de licenciamento da Área de Trabalho Remota',
      'nl-nl': 'Licentiemodus van Extern bureaublad instellen',
      'ru-ru': 'Задать режим лицензирования удаленных рабочих столов',
      'ja-jp': 'リモート デスクトップ ライセンス モードの設定',
      'zh-cn': '设置远程桌面授权模式',
    },
  },
] as const satisfies readonly LocalisedName[];
