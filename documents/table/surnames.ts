/** Whether a word reads as a person's name or as a department's. */

const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢滑裴陆荣翁荀羊甄家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督肖闫付代覃岳帅缑亢况郈有琴涂敬呼鹿苟佘佴佟商牟谯晋楚晏阳'.split(
    '',
  ),
);
const compound = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|南宫|夏侯|轩辕)/;

/** Two to four characters with a surname before them, or with a dot between, as names of the minorities are written. */
export function readsAsPerson(word: string): boolean {
  if (/^\p{Script=Han}{1,8}·\p{Script=Han}{1,8}/u.test(word)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return false;
  if (compound.test(word)) return word.length > 2;
  return word.length <= 3 && surnames.has(word.charAt(0));
}

const departmentEnd =
  /(?:科|室|部|处|局|股|中心|办|队|所|站|委|组|公司|院|厅|司|会|馆|校|园|镇|乡|街道|村|社区|单位|部门|厂|系|窗口|机构|党支部|班子)$/;

export function readsAsDepartment(word: string): boolean {
  return departmentEnd.test(word.replace(/[（(].*$/, ''));
}
