import type { ExamDayWords } from '@jikaotong/shared/words';
import type { qrBars } from '../qr';

/** One seat as prints show it; `document` has its number masked, `photo` is a key of the print's photos. */
export type PrintedSeat = {
  readonly seat: string;
  readonly name: string;
  readonly ticketNumber: string | null;
  readonly document: string;
  readonly offering: string;
  /** 理论知识 */
  readonly subject: string;
  readonly photo: string | null;
};

/** A room at one hour, with everybody who sits in it, by seat. */
export type PrintedRoom = {
  readonly site: string;
  readonly room: string;
  /** `2026年12月12日 星期六` */
  readonly day: string;
  /** `09:00—10:30` */
  readonly hours: string;
  /** Each offering and subject that is examined in it. */
  readonly subjects: readonly string[];
  /** The runs of ticket numbers inside, `BA2612000001 至 BA2612000030`; none where the plan of the seats says more. */
  readonly tickets: readonly string[];
  readonly seats: readonly PrintedSeat[];
  /** Every place of the room in the order it is drawn, taken or not, and how many stand in a row. */
  readonly places: readonly string[];
  readonly perRow: number;
};

type Common = {
  readonly title: string;
  /** 协会 */
  readonly body: string;
  /** 批次 */
  readonly exam: string;
  /** What the foot of every page says: when it was printed. */
  readonly foot: string;
};

/** Papers for rooms and hand-outs, each one document of many pages. */
export type Print = Common &
  (
    | {
        readonly print: 'attendance' | 'seat-plan' | 'door' | 'desk' | 'record';
        readonly words: ExamDayWords;
        readonly rooms: readonly PrintedRoom[];
      }
    | {
        readonly print: 'hand-out';
        readonly words: ExamDayWords;
        readonly rows: readonly PrintedHolder[];
      }
    | {
        readonly print: 'payers';
        readonly rows: readonly (PrintedPerson & { readonly paid: string | null; readonly method: string | null })[];
      }
    | { readonly print: 'receipts'; readonly receipts: readonly PrintedReceipt[] }
    | { readonly print: 'certificate-hand-out'; readonly rows: readonly PrintedCertificate[] }
    | { readonly print: 'unit-notices'; readonly units: readonly PrintedUnit[] }
    | { readonly print: 'agent-letter'; readonly letter: PrintedAgentLetter }
    | {
        readonly print: 'roster-codes';
        readonly unit: string;
        /** The address of the page to claim on, as the dark bars of a code 64 pt wide. */
        readonly bars: readonly {
          readonly x: number;
          readonly y: number;
          readonly width: number;
          readonly height: number;
        }[];
        readonly people: readonly PrintedCode[];
      }
    | {
        readonly print: 'roster-slip';
        readonly unit: string;
        /** `ABCDE 23456` */
        readonly code: string;
        /** What the counter scans, as the dark bars of a code 100 pt wide. */
        readonly bars: ReturnType<typeof qrBars>;
        /** 22400.00元 */
        readonly total: string;
        /** `2026年12月11日（周五）`; empty where no day is known. */
        readonly until: string;
        readonly where: string;
        readonly people: readonly {
          readonly position: number;
          readonly name: string;
          readonly document: string;
          readonly offering: string;
          readonly papers: string;
        }[];
      }
    | {
        readonly print: 'marking-sheets';
        /** The most that each item brings, in points. */
        readonly items: readonly { readonly name: string; readonly maximum: string }[];
        readonly sheets: readonly PrintedMarkingSheet[];
      }
    | { readonly print: 'award-paper'; readonly papers: readonly PrintedAwardPaper[] }
    | { readonly print: 'giver-list'; readonly giver: string; readonly sections: readonly PrintedGiverSection[] }
    | { readonly print: 'unit-awards'; readonly units: readonly PrintedUnitAwards[] }
  );

/** What the people of one unit are given: rows of name, award, rank, amount and number of the certificate. */
export type PrintedUnitAwards = {
  readonly unit: string;
  readonly rows: readonly (readonly string[])[];
  /** 共3项，奖金合计6000.00元 */
  readonly sum: string;
};

/** A slip with what one person claims the own row with. */
export type PrintedCode = {
  readonly name: string;
  readonly document: string;
  readonly offering: string;
  /** `ABCD 2345` */
  readonly code: string;
};

/** Whom a list without seats names. */
export type PrintedPerson = Omit<PrintedSeat, 'seat' | 'photo' | 'subject'>;

/** Whom a ticket is handed to; 参赛号 of a stage whose roster is fixed. */
export type PrintedHolder = PrintedPerson & { readonly entrantNumber: number | null };

/** A certificate on the list that whoever takes it signs. */
export type PrintedCertificate = {
  readonly number: string;
  readonly name: string;
  readonly document: string;
  readonly offering: string;
  /** 快递邮寄; empty where nobody said. */
  readonly way: string;
};

/** 领证通知单 of one unit: where and when, and whose certificates it fetches. */
export type PrintedUnit = {
  readonly unit: string;
  /** 2026年12月30日起 …; empty while nobody was told. */
  readonly when: string;
  readonly where: string;
  readonly note: string;
  readonly rows: readonly PrintedCertificate[];
};

/** 领证委托书, to be signed by both. */
export type PrintedAgentLetter = {
  readonly name: string;
  readonly document: string;
  readonly agentName: string;
  readonly agentDocument: string;
  readonly number: string;
  readonly offering: string;
  /** What to bring, as the notice prints it. */
  readonly rule: string;
};

/** 评分表 of one judge, to be signed: drawn numbers, and points where the judge has marked. */
export type PrintedMarkingSheet = {
  readonly judge: string;
  readonly number: string;
  readonly rows: readonly {
    readonly heat: string;
    readonly station: string;
    readonly marks: readonly string[];
    readonly total: string;
  }[];
};

/** 获奖证书, 荣誉证书 or 培训合格证书 of one recipient. */
export type PrintedAwardPaper = {
  readonly number: string;
  readonly title: string;
  readonly recipient: string;
  readonly isPerson: boolean;
  /** What it is given for. */
  readonly text: string;
  readonly giver: string;
  readonly day: string;
};

/** One award on the list for its giver: rows as wide as the columns. */
export type PrintedGiverSection = {
  readonly award: string;
  /** `四（一）1：“…”` */
  readonly clause: string;
  /** `wide`: long words, which break. */
  readonly columns: readonly { readonly title: string; readonly wide: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** How many, what it comes to, who is left out and why. */
  readonly sum: string;
};

/** What was paid, as it is handed out on paper. */
export type PrintedReceipt = {
  readonly number: string;
  /** `2026年12月1日` */
  readonly day: string;
  readonly payer: string;
  /** Session and offering. */
  readonly about: readonly string[];
  /** 理论知识 65.00元 */
  readonly lines: readonly { readonly item: string; readonly yuan: string }[];
  /** 280.00元 and 贰佰捌拾元整 */
  readonly total: string;
  readonly capitals: string;
  readonly method: string;
  /** What of it went back and is not in it; empty where nothing did. */
  readonly returned: string;
  /** Who booked it; empty where nobody did. */
  readonly by: string;
};

/** JPEGs by key, small: what is printed is 17 mm high. */
export type PrintPhotos = ReadonlyMap<string, Uint8Array>;
