import { synthesise } from "./infra/synth/synthesise.ts";
const t=Date.now();
const s=await synthesise("/work/main",{place:{stage:"dev1",region:"ap-southeast-1",partition:"aws"}});
console.log(Date.now()-t, s.outputs, s.resources.length);
const by={}; for(const r of s.resources) by[r.type]=(by[r.type]||0)+1; console.log(by);
(await import("node:fs")).writeFileSync("/tmp/synth.json",JSON.stringify(s,null,1));
