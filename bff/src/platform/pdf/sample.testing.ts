import { localDate } from '@jikaotong/shared/kernel';
import sharp from 'sharp';
import type { ApplicationFormPdf } from './application-form';
import type { CertificatePdf } from './certificate';
import type { LetterPdf } from './letter';
import type { TicketPdf } from './ticket';
import { examDayWords } from '@jikaotong/shared/words';

/** A grey head and shoulders on white, 295 × 413 px, as JPEG. */
export const samplePhoto = async (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="295" height="413"><rect width="295" height="413" fill="#fff"/><circle cx="147" cy="160" r="72" fill="#8a8f98"/><path d="M20 413c0-100 60-150 127-150s127 50 127 150z" fill="#3f4a5a"/></svg>',
    ),
  )
    .jpeg({ quality: 90 })
    .toBuffer();

/** A stroke on nothing, as a finger draws it. */
export const sampleSignature = async (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="140"><path d="M20 90C60 10 90 10 80 80s60-60 90-40-30 70 10 60 60-70 90-50 20 40 70 20" fill="none" stroke="#111" stroke-width="6" stroke-linecap="round"/></svg>',
    ),
  )
    .png()
    .toBuffer();

/** A red ring with a star, as seals look. */
export const sampleSeal = async (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><circle cx="200" cy="200" r="186" fill="none" stroke="#d0021b" stroke-width="12"/><path d="M200 120l20 58h62l-50 36 19 60-51-37-51 37 19-60-50-36h62z" fill="#d0021b"/></svg>',
    ),
  )
    .png()
    .toBuffer();

export const SAMPLE_QR = `JKT1.k1.${'Qx7'.repeat(60)}.${'a_9-'.repeat(21)}zz`;

export const sampleTicket = async (): Promise<TicketPdf> => ({
  words: examDayWords(false),
  examName: '2026年北京市社会化职业技能等级认定（12月批次）',
  bodyName: '北京安全防范行业协会',
  number: '2612011230017',
  entrantNumber: null,
  heat: null,
  name: '欧阳晓燕',
  documentType: '居民身份证',
  documentNumber: '110105********002X',
  occupation: '安全防范系统安装维护员',
  workType: null,
  level: '五级/初级工',
  photo: await samplePhoto(),
  qr: SAMPLE_QR,
  sittings: [
    {
      subject: '理论知识',
      day: localDate('2026-12-12'),
      startsAt: '09:00',
      endsAt: '10:30',
      site: '北京安全防范行业协会考点',
      address: '北京经济技术开发区科谷一街10号院12号楼12层1201',
      room: '第1考场',
      seat: '07',
    },
    {
      subject: '操作技能',
      day: localDate('2026-12-12'),
      startsAt: '13:30',
      endsAt: '15:30',
      site: '实操培训基地',
      address: '北京经济技术开发区科谷一街10号院12号楼1层',
      room: '实操2室',
      seat: '11',
    },
  ],
  notes: [
    '请携带本准考证和报名时使用的有效身份证件原件参加考试，证件应在有效期内。',
    '请提前30分钟到达考点，开考30分钟后不得入场。',
    '考试期间请关闭手机等通讯设备并放在指定位置。',
    '请遵守考场纪律，服从监考人员安排；违纪行为按有关规定处理。',
  ],
  later: [],
  bannedItems: ['手机', '智能手表', '蓝牙耳机', '书籍与纸张', '计算器'],
  contact: '13910777341',
});

export const sampleCertificate = async (): Promise<CertificatePdf> => ({
  number: 'Y000111000000265000012',
  name: '欧阳晓燕',
  documentType: '居民身份证',
  documentNumber: '11010519491231002X',
  occupation: '安全防范系统安装维护员',
  workType: null,
  level: '五级/初级工',
  bodyName: '北京安全防范行业协会',
  seal: await sampleSeal(),
  photo: await samplePhoto(),
  issuedOn: localDate('2026-12-30'),
  qr: SAMPLE_QR,
  duplicatedOn: null,
  lookupUrl: 'http://jndj.osta.org.cn',
});

const letter = {
  bodyName: '北京安全防范行业协会',
  name: '欧阳晓燕',
  documentType: '居民身份证',
  documentNumber: '11010519491231002X',
  occupation: '安全防范系统安装维护员',
  level: '五级/初级工',
};
const jobs = [
  {
    from: localDate('2014-03-01'),
    lastDay: localDate('2019-06-30'),
    employer: '北京某某保安服务有限公司',
    occupation: '保安员',
  },
  { from: localDate('2019-07-01'), lastDay: null, employer: null, occupation: '安全防范系统安装维护员' },
];

export const sampleLetter = async (): Promise<LetterPdf[]> => {
  const signed = { signature: await sampleSignature(), signedOn: localDate('2026-11-23'), correctedOn: null };
  return [
    { ...letter, ...signed, kind: 'work-experience', jobs },
    { ...letter, signature: null, signedOn: null, correctedOn: null, kind: 'intends-to-work' },
    {
      ...letter,
      ...signed,
      kind: 'education',
      school: '北京市某某技师学院',
      major: '网络安防系统安装与维护',
      schoolKind: '技工院校高级工班',
      status: 'final-year',
      on: localDate('2027-07-01'),
    },
    { ...letter, signature: null, signedOn: null, correctedOn: null, kind: 'forfeits-passes', clause: '四（二）' },
  ];
};

export const sampleApplicationForm = async (): Promise<ApplicationFormPdf> => ({
  ...letter,
  title: '北京市职业技能等级认定申报表',
  sessionName: '2026年12月批次',
  sex: '女',
  birthDate: localDate('1949-12-31'),
  phone: '13800000001',
  contacts: { employer: '北京某某保安服务有限公司', address: '北京市西城区某某街1号' },
  photo: await samplePhoto(),
  workType: null,
  examKind: '首次申报',
  subjects: ['理论知识', '操作技能'],
  condition: '年满 16 周岁，从事本职业或相关职业工作。（附件1 五级/初级工 条件2）',
  certificates: [
    { occupation: '保安员', level: '五级/初级工', number: 'Y000111000000205000001', issuedOn: localDate('2020-06-30') },
  ],
  diplomas: [],
  jobs,
  papers: ['居民身份证', '工作经历承诺书'],
  signature: await sampleSignature(),
  signedOn: localDate('2026-11-23'),
  correctedOn: null,
  review: { decision: '符合申报条件，同意参加认定。', on: localDate('2026-11-25'), seal: await sampleSeal() },
});
