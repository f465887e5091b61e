/** The product's name, which is the same in both languages. */
export function Brand() {
  return (
    <>
      <span lang="zh-CN">履约</span> <span lang="en">Lüyue</span>
    </>
  );
}
