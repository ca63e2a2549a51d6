import { certificateStateWord, collectionMethodWord, handOverWord, registerStateWord } from './results';

/** The words of the register of certificates (see lists). */
export const CERTIFICATE_LIST = {
  title: '证书',
  columns: {
    number: { title: '证书编号' },
    name: { title: '姓名' },
    documentNumber: { title: '证件号码' },
    offering: { title: '报名项目' },
    unit: { title: '单位' },
    issuedOn: { title: '发证日期' },
    state: { title: '状态', code: certificateStateWord.any },
    handOver: { title: '领取', code: handOverWord.any },
    method: { title: '领取方式', code: collectionMethodWord.any },
    register: { title: '官网', code: registerStateWord.any },
    duplicatedOn: { title: '补发日期' },
    collectedOn: { title: '领取日期' },
    recipient: { title: '收件人' },
    phone: { title: '收件电话' },
    address: { title: '收件地址' },
    carrier: { title: '快递公司' },
    trackingNumber: { title: '快递单号' },
    registeredOn: { title: '上传日期' },
  },
  acts: {
    tell: { verb: '发领证通知', done: '已发领证通知' },
    collect: { verb: '登记已领取', done: '已登记领取' },
    uncollect: { verb: '撤回领取登记', done: '已撤回领取登记' },
    register: { verb: '确认已上传', done: '已确认上传' },
    unregister: { verb: '登记官网已撤下', done: '已登记撤下' },
  },
} as const;
