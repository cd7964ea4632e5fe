package io.github.maskwatch.alarm.mqtt;

class Mqtt5ChannelTest extends MqttChannelContract {
    @Override
    MqttConfig.Version version() {
        return MqttConfig.Version.V5;
    }
}
