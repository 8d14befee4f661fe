// How to reach the unit: what is recorded, and gaps for what is not.
import { gap } from './gap';
import type { Contact } from './record';

/** 联系方式：电话…；邮政信箱：…；电子邮箱：…。 */
export function contactWords(contact: Contact | null): string {
  const { who, phone, address, postcode, email } = contact ?? nobody;
  const parts = [
    ...(who === null ? [] : [`联系人${who}`]),
    `电话${phone ?? gap('联系电话')}`,
    `邮政信箱：${address ?? gap('通信地址')}${postcode === null ? '' : `（邮编${postcode}）`}`,
    `电子邮箱：${email ?? gap('电子邮箱')}`,
  ];
  return `联系方式：${parts.join('；')}。`;
}

const nobody: Contact = { who: null, phone: null, address: null, postcode: null, email: null };
