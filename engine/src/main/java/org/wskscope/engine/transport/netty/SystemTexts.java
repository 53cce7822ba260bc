package org.wskscope.engine.transport.netty;

import java.util.List;
import java.util.Locale;

/** What systems say in words, for the few cases in which neither class nor facts tell them apart: English, German, French and Chinese, as Linux, Windows and macOS put it. */
enum SystemTexts {
    TIMED_OUT(
            "timed out",
            "wartezeit",
            "zeitüberschreitung",
            "nach einer bestimmten zeitspanne",
            "expiration du délai",
            "délai d'attente",
            "délai d’attente",
            "au-delà d’une certaine durée",
            "超时",
            "一段时间后没有正确答复"),
    DENIED(
            "permission denied",
            "not permitted",
            "access permissions",
            "keine berechtigung",
            "nicht erlaubt",
            "zugriffsrechte",
            "permission non accordée",
            "opération non permise",
            "autorisations d’accès",
            "autorisations d'accès",
            "权限不够",
            "不允许的操作",
            "访问权限不允许"),
    HOST_DOWN("host is down", "rechner ist nicht aktiv", "hôte est en panne", "hôte cible est arrêté", "主机关闭"),
    TOO_LONG(
            "too long",
            "larger than",
            "ist zu lang",
            "größer als",
            "trop long",
            "plus volumineux",
            "supérieure à",
            "消息过长",
            "过长",
            "大于"),
    INVALID(
            "invalid argument",
            "not supported",
            "argument ist ungültig",
            "nicht unterstützt",
            "argument invalide",
            "non supporté",
            "无效的参数",
            "不支持");

    private final List<String> words;

    SystemTexts(String... words) {
        this.words = List.of(words);
    }

    boolean isIn(Throwable cause) {
        String message = cause.getMessage();
        if (message == null) {
            return false;
        }
        String text = message.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }
}
