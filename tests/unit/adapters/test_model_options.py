from __future__ import annotations

import httpx2
import openai

from coach.adapters.model.options import THINKING, Options

REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1")


def _refusal(message: str, param: str | None = None, status: int = 400) -> openai.APIStatusError:
    response = httpx2.Response(status, request=REQUEST)
    body = {"message": message, "param": param, "code": None}
    return openai.APIStatusError(message, response=response, body=body)


def test_a_compatible_server_gets_the_limit_that_all_of_them_know():
    options = Options("127.0.0.1").of_call(900)

    assert options == {"stream_usage": True, "temperature": 0, "extra_body": {"max_tokens": 900}}


def test_openai_gets_the_limit_of_its_newer_models_with_room_to_think():
    options = Options("api.openai.com").of_call(900)

    assert options["max_completion_tokens"] == 900 + THINKING
    assert "temperature" not in options
    assert "extra_body" not in options


def test_what_is_refused_by_name_is_left_out_from_then_on():
    options = Options("gateway.example")
    swap = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."

    assert options.learn(_refusal(swap, "max_tokens"))
    assert options.learn(_refusal("`temperature` does not support 0", "temperature"))
    assert options.learn(_refusal("stream_options: extra fields not permitted", None, 422))
    assert options.of_call(900) == {
        "stream_usage": False,
        "max_completion_tokens": 900 + THINKING,
    }


def test_a_model_that_knows_no_system_message_gets_its_instructions_with_the_question():
    options = Options("127.0.0.1")

    assert options.learn(_refusal("System role not supported", None, 500))
    assert not options.system_message


def test_a_refusal_that_names_nothing_of_ours_changes_nothing():
    options = Options("127.0.0.1")
    before = options.of_call(900)

    assert not options.learn(_refusal("bad request"))
    assert not options.learn(_refusal("maximum context length: reduce max_tokens", "max_tokens"))
    assert not options.learn(_refusal("temperature", None, 401))
    assert not options.learn(ValueError("temperature"))
    assert options.of_call(900) == before
