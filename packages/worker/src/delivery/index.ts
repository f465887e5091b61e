export { createDelivery, type DeliveryOptions } from "./create-delivery.ts";
