package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {
    @Test
    void without_arguments_everything_runs_on_the_documented_ports() {
        LaunchOptions options = parse();
        assertThat(options.roles()).containsExactlyInAnyOrder(LocalRole.values());
        assertThat(options.fresh()).isFalse();
        assertThat(options.ports().of(PortSetting.API)).isEqualTo(8080);
        assertThat(options.ports().of(PortSetting.COLLECTOR)).isEqualTo(8081);
        assertThat(options.ports().of(PortSetting.SIMULATOR)).isEqualTo(8082);
        assertThat(options.ports().of(PortSetting.DATABASE)).isEqualTo(13306);
        assertThat(options.ports().of(PortSetting.KAFKA)).isEqualTo(19092);
        assertThat(options.ports().of(PortSetting.REDIS)).isEqualTo(16379);
    }

    @ParameterizedTest
    @ValueSource(strings = {"servers,pg", "pg,servers", " PG , Servers "})
    void roles_come_in_any_order(String roles) {
        assertThat(parse("--roles=" + roles).roles()).containsExactlyInAnyOrder(LocalRole.SERVERS, LocalRole.PG);
    }

    @Test
    void each_role_has_a_port_of_its_own_choice() {
        assertThat(parse("--api.port=9000").ports().of(PortSetting.API)).isEqualTo(9000);
    }

    @Test
    void other_settings_are_passed_on_to_the_roles() {
        assertThat(parse("--api.port=9000", "--pg.quiet_ms=1").settings()).containsExactly("--pg.quiet_ms=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --roles=api,kafka            | Unknown role 'kafka'
                    --roles=                     | Unknown role ''
                    --api.port=no                | --api.port=no is no port number
                    --api.port=0                 | --api.port=0 is no port number
                    --api.port=65536             | --api.port=65536 is no port number
                    --api.port=8081              | --api.port and --collector.port are both 8081
                    --server.port=9000           | use --api.port
                    --rolse=api                  | Unknown option --rolse=api
                    api                          | Unknown option api
                    --fresh=perhaps              | neither true nor false
                    """)
    void what_cannot_be_done_is_said(String argument, String message) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void only_who_runs_the_servers_may_throw_their_data_away() {
        assertThat(parse("--fresh").fresh()).isTrue();
        assertThat(parse("--fresh=false").fresh()).isFalse();
        assertThatThrownBy(() -> parse("--fresh", "--roles=api")).hasMessageContaining("needs the role servers");
    }

    @Test
    void the_data_folder_is_under_the_home_folder_unless_the_environment_names_another() {
        assertThat(parse().dataFolder()).isEqualTo(Path.of(System.getProperty("user.home"), ".commerce-routes"));
        Map<String, String> environment = Map.of("COMMERCE_DATA_DIR", "/somewhere/else");
        assertThat(LaunchOptions.parse(new String[0], environment).dataFolder()).isEqualTo(Path.of("/somewhere/else"));
    }

    @Test
    void processes_side_by_side_on_one_data_folder_write_logs_of_their_own() {
        assertThat(parse().logName()).isEqualTo("platform");
        assertThat(parse("--roles=collector,api", "--api.port=9000").logName()).isEqualTo("api-9000-collector-8081");
    }

    private static LaunchOptions parse(String... arguments) {
        return LaunchOptions.parse(arguments, Map.of());
    }
}
