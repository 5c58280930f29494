import type { IConfiguration } from 'dependency-cruiser'
export const rooms: string[]
declare const configuration: IConfiguration
export default configuration
