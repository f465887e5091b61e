import { DomainError } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";

export function noSuchTenant(): DomainError {
  return new DomainError("notFound", { zh: "找不到该单位", en: "no such tenant" });
}

export function versionMismatch(): DomainError {
  return new DomainError("versionMismatch", {
    zh: "内容已被他人更改，请刷新后重试",
    en: "somebody else has changed this; read it again and retry",
  });
}

export function alreadyThere(): DomainError {
  return new DomainError("conflict", {
    zh: "已存在：合同编号、发票号码、登录服务地址或登录账号已被使用",
    en: "it is there already: the contract number, the invoice number, the issuer or the sign-in is in use",
  });
}

export function unavailable(): DomainError {
  return new DomainError("unavailable", { zh: "系统繁忙，请稍后重试", en: "busy, please retry" });
}

/** One place of an input that is wrong, found after its shape was right: a JSON pointer and the reason. */
export function invalidAt(path: string, reason: Text): DomainError {
  return new DomainError("invalid", { zh: "输入有误", en: "the input is not valid" }, [{ path, reason }]);
}

export function conflictOf(reason: Text): DomainError {
  return new DomainError("conflict", reason);
}

export function notFoundOf(reason: Text): DomainError {
  return new DomainError("notFound", reason);
}
