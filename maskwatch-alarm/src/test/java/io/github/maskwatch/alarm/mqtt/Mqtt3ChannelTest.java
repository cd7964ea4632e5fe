package io.github.maskwatch.alarm.mqtt;

class Mqtt3ChannelTest extends MqttChannelContract {
    @Override
    MqttConfig.Version version() {
        return MqttConfig.Version.V3_1_1;
    }
}
