export { composeRobotMessage } from "./compose-robot-message.ts";
export { deliverToRobot, type RobotRequest } from "./deliver-to-robot.ts";
export { type RobotKind, robotFormats, type RobotMessage } from "./robot-kinds.ts";
